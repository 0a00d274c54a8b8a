"""What is shown of single articles, by `read --html` and on the terminal: views (record → what is shown), one page."""
