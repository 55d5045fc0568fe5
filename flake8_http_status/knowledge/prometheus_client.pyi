"""https://prometheus.github.io/client_python/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

from prometheus_client.metrics import Counter, Enum, Gauge, Histogram, Info, Summary

class metrics:
    class MetricWrapperBase:
        # A label is the str() of its value.
        def labels(
            self,
            *labelvalues: Annotated[object, "text"],
            method: Annotated[HTTPMethod, "text"] = ...,
            http_method: Annotated[HTTPMethod, "text"] = ...,
            status: Annotated[HTTPStatus, "text"] = ...,
            status_code: Annotated[HTTPStatus, "text"] = ...,
            http_status: Annotated[HTTPStatus, "text"] = ...,
            code: Annotated[HTTPStatus, "text"] = ...,
            **labelkwargs,
        ) -> MetricWrapperBase: ...

    class Counter(MetricWrapperBase): ...
    class Gauge(MetricWrapperBase): ...
    class Summary(MetricWrapperBase): ...
    class Histogram(MetricWrapperBase): ...
    class Info(MetricWrapperBase): ...
    class Enum(MetricWrapperBase): ...
