"""What people see of a record: views (record → what is shown) and pages (views → HTML)."""
