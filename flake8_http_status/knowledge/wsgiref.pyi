"""https://docs.python.org/3/library/wsgiref.html"""

class simple_server:
    from http.server import BaseHTTPRequestHandler

    class WSGIRequestHandler(BaseHTTPRequestHandler): ...
