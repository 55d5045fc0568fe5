"""https://docs.python.org/3/library/xmlrpc.client.html"""
from typing import Annotated

class client:
    def dumps(params: Annotated[object, "exact"], methodname=..., methodresponse=..., encoding=..., allow_none=...) -> str: ...
