"""https://docs.pydantic.dev/latest/concepts/pydantic_settings/"""
from pydantic_settings.main import BaseSettings

class main:
    from pydantic import BaseModel

    class BaseSettings(BaseModel): ...
