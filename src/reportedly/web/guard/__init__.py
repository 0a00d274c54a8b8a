"""What stands before every page: each guard wraps an ASGI application and knows nothing of what it serves."""
