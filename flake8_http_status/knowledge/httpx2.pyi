"""https://github.com/pydantic/httpx2"""
# What it takes over from httpx, it takes and gives as httpx does.
from httpx import *

def query(url, *, params: _Form = ..., data: _Form = ...) -> Response: ...
