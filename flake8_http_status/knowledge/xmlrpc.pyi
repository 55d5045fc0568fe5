"""https://docs.python.org/3/library/xmlrpc.client.html"""
from typing import Annotated

class client:
    class Fault(Exception):
        def __init__(self, faultCode: Annotated[object, "exact"], faultString, **extra): ...
    def dumps(params: Annotated[object, "exact"], methodname=..., methodresponse=..., encoding=..., allow_none=...) -> str: ...
