"""https://redis.readthedocs.io/en/stable/commands.html"""
from typing import Annotated

from redis.client import Pipeline, Redis, StrictRedis

# A number is sent as its repr(), which of a member is "<HTTPStatus.NOT_FOUND: 404>"; a text is encoded.
class commands:
    class core:
        class BasicKeyCommands:
            def append(self, key, value: Annotated[int, "exact"]): ...
            def getset(self, name, value: Annotated[int, "exact"]): ...
            def mset(self, mapping: Annotated[int, "exact"]): ...
            def msetnx(self, mapping: Annotated[int, "exact"]): ...
            def psetex(self, name, time_ms, value: Annotated[int, "exact"]): ...
            def set(self, name, value: Annotated[int, "exact"], ex=..., px=..., nx=..., xx=...): ...
            def setex(self, name, time, value: Annotated[int, "exact"]): ...
            def setnx(self, name, value: Annotated[int, "exact"]): ...

        class HashCommands:
            def hset(
                self, name, key: Annotated[int, "exact"] = ..., value: Annotated[int, "exact"] = ...,
                mapping: Annotated[int, "exact"] = ..., items: Annotated[int, "exact"] = ...,
            ): ...
            def hsetnx(self, name, key: Annotated[int, "exact"], value: Annotated[int, "exact"]): ...

        class ListCommands:
            def linsert(
                self, name, where, refvalue: Annotated[int, "exact"], value: Annotated[int, "exact"]
            ): ...
            def lpush(self, name, *values: Annotated[int, "exact"]): ...
            def lset(self, name, index, value: Annotated[int, "exact"]): ...
            rpush = lpushx = rpushx = lpush

        class SetCommands:
            def sadd(self, name, *values: Annotated[int, "exact"]): ...
            def srem(self, name, *values: Annotated[int, "exact"]): ...

        class SortedSetCommands:
            def zadd(self, name, mapping: Annotated[int, "exact"]): ...

        class StreamCommands:
            def xadd(self, name, fields: Annotated[int, "exact"]): ...

        class PubSubCommands:
            def publish(self, channel, message: Annotated[int, "exact"], **kwargs): ...

class client:
    from redis.commands.core import (
        BasicKeyCommands,
        HashCommands,
        ListCommands,
        PubSubCommands,
        SetCommands,
        SortedSetCommands,
        StreamCommands,
    )

    class Redis(
        BasicKeyCommands, HashCommands, ListCommands, SetCommands, SortedSetCommands, StreamCommands,
        PubSubCommands,
    ):
        def execute_command(self, *args: Annotated[int, "exact"], **options): ...
        def pipeline(self, transaction=..., shard_hint=...) -> Pipeline: ...
        @classmethod
        def from_url(cls, url, **kwargs) -> Redis: ...

    class Pipeline(Redis):
        def __enter__(self) -> Pipeline: ...

    StrictRedis = Redis

class asyncio:
    from redis.asyncio.client import Pipeline, Redis, StrictRedis

    class client:
        from redis.commands.core import (
            BasicKeyCommands,
            HashCommands,
            ListCommands,
            PubSubCommands,
            SetCommands,
            SortedSetCommands,
            StreamCommands,
        )

        class Redis(
            BasicKeyCommands, HashCommands, ListCommands, SetCommands, SortedSetCommands, StreamCommands,
            PubSubCommands,
        ):
            def execute_command(self, *args: Annotated[int, "exact"], **options): ...
            def pipeline(self, transaction=..., shard_hint=...) -> Pipeline: ...
            @classmethod
            def from_url(cls, url, single_connection_client=..., auto_close_connection_pool=..., **kwargs) -> Redis: ...

        class Pipeline(Redis):
            async def __aenter__(self) -> Pipeline: ...

        StrictRedis = Redis
