"""https://docs.makotemplates.org/en/latest/usage.html"""
from typing import Annotated

class template:
    # What stands in a template is written as str() of it.
    class Template:
        def render(self, *args, **data: Annotated[object, "text"]) -> str: ...
        def render_unicode(self, *args, **data: Annotated[object, "text"]) -> str: ...

class lookup:
    class TemplateLookup:
        def get_template(self, uri) -> template.Template: ...
