"""https://execnet.readthedocs.io/en/latest/basics.html"""
from typing import Annotated

from execnet.gateway import Gateway

class gateway:
    class Gateway:
        # The source of a function is run in another interpreter.
        def remote_exec(self, source: Annotated[object, "ships"], **kwargs): ...

def makegateway(spec=...) -> Gateway: ...
