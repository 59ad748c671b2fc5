"""Probes of lists of statuses: those that are retried, ignored or kept."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import asyncio
import functools
import inspect
import operator
from typing import Any

from probes._probe import probe, run, same
from probes._server import address


@probe("urllib3.Retry", "status_forcelist", 503)
@probe("urllib3.Retry.is_retry", "status_code", 503)
def _(status: Any) -> Any:
    import urllib3

    retry = urllib3.Retry(1, status_forcelist=[status])
    return retry.is_retry("GET", 503), urllib3.Retry(1, status_forcelist=[503]).is_retry(
        "GET", status
    )


@probe("urllib3.Retry", "RETRY_AFTER_STATUS_CODES", 503)
def _(status: Any) -> Any:
    import urllib3

    retry = type("Patient", (urllib3.Retry,), {"RETRY_AFTER_STATUS_CODES": frozenset({status})})
    return retry(1).is_retry("GET", 503, has_retry_after=True)


@probe("niquests.RetryConfiguration", "status_forcelist", 503)
def _(status: Any) -> Any:
    import niquests

    return niquests.RetryConfiguration(1, status_forcelist=[status]).is_retry("GET", 503)


@probe("github.GithubRetry", "status_forcelist", 503)
def _(status: Any) -> Any:
    from github import GithubRetry

    return GithubRetry(total=1, status_forcelist=[status]).is_retry("GET", 503)


@probe("aiohttp_retry.ExponentialRetry", "statuses", 404)
def _(status: Any) -> Any:
    from aiohttp_retry import ExponentialRetry

    return _attempts(ExponentialRetry(2, start_timeout=0, statuses={status}))


@probe("aiohttp_retry.ListRetry", "statuses", 404)
def _(status: Any) -> Any:
    from aiohttp_retry import ListRetry

    return _attempts(ListRetry([0, 0], statuses={status}))


def _attempts(options: Any) -> int:
    """How often aiohttp-retry asks a server that always answers 404."""
    import aiohttp
    from aiohttp_retry import RetryClient

    asked: list[Any] = []

    async def note(*arguments: Any) -> None:
        await asyncio.sleep(0)
        asked.append(arguments)

    async def ask() -> None:
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(note)
        async with RetryClient(retry_options=options, trace_configs=[trace]) as client:
            await client.get(address())

    run(ask())
    return len(asked)


@probe("azure.core.pipeline.policies.RetryPolicy", "retry_on_status_codes", 404)
@probe("azure.core.pipeline.policies.AsyncRetryPolicy", "retry_on_status_codes", 404)
def _(status: Any) -> Any:
    from azure.core import PipelineClient
    from azure.core.pipeline.policies import CustomHookPolicy, RetryPolicy
    from azure.core.rest import HttpRequest

    asked: list[Any] = []
    policies = [
        RetryPolicy(retry_on_status_codes=[status], retry_total=1, retry_backoff_factor=0),
        CustomHookPolicy(raw_request_hook=asked.append),
    ]
    PipelineClient("", policies=policies).send_request(HttpRequest("GET", address()))
    return len(asked)


@probe("requests_cache.CachedSession", "allowable_codes", 404)
@probe("requests_cache.CacheMixin", "allowable_codes", 404)
@probe("requests_cache.install_cache", "allowable_codes", 404)
def _(status: Any) -> Any:
    from requests_cache import CachedSession

    session = CachedSession(backend="memory", allowable_codes=[200, status])
    return [session.get(address()).from_cache for _ in range(2)]


@probe("elasticsearch.Elasticsearch.options", "ignore_status")
@probe("elasticsearch.AsyncElasticsearch.options", "ignore_status")
def _(status: Any) -> Any:
    client = _elasticsearch()
    from elasticsearch import NotFoundError

    try:
        answer = client.options(ignore_status=[status]).info()
    except NotFoundError as error:
        return type(error)
    return answer.meta.status


def _elasticsearch_ignores(call: str, status: Any) -> Any:
    """What a call answers when the server says 404; ``indices.`` comes before those of indices."""
    from elasticsearch import NotFoundError

    method = operator.attrgetter(call)(_elasticsearch())
    parameters = inspect.signature(method).parameters.values()
    required = {
        each.name: "name"
        for each in parameters
        if each.default is each.empty or each.name == "document"
    }
    try:
        return method(**required, ignore=[status]).meta.status
    except NotFoundError as error:
        return type(error)


for _call in ("create", "delete", "get", "index", "search", "update"):
    for _client in ("Elasticsearch", "AsyncElasticsearch"):
        probe(f"elasticsearch.{_client}.{_call}", "ignore")(
            functools.partial(_elasticsearch_ignores, _call)
        )
for _call in ("create", "delete", "get", "put_mapping", "put_template", "refresh"):
    probe(f"elasticsearch.client.IndicesClient.{_call}", "ignore")(
        functools.partial(_elasticsearch_ignores, f"indices.{_call}")
    )


@probe("elasticsearch.Elasticsearch", "retry_on_status")
@probe("elasticsearch.Elasticsearch.options", "retry_on_status")
@probe("elasticsearch.AsyncElasticsearch", "retry_on_status")
@probe("elasticsearch.AsyncElasticsearch.options", "retry_on_status")
def _(status: Any) -> Any:
    clients = (
        _elasticsearch(retry_on_status=[status]),
        _elasticsearch().options(retry_on_status=[status]),
    )
    for client in clients:
        client.options(ignore_status=404, max_retries=2).info()
    return [client.transport.node_pool.get().asked for client in clients]


def _elasticsearch(**options: Any) -> Any:
    """A client of a server that always answers 404, and counts how often it was asked."""
    from elastic_transport import BaseNode, HttpHeaders
    from elastic_transport._models import ApiResponseMeta
    from elastic_transport._node import NodeApiResponse
    from elasticsearch import Elasticsearch

    class Node(BaseNode):
        asked = 0

        def perform_request(self, *_: Any, **__: Any) -> Any:
            self.asked += 1
            headers = HttpHeaders(
                {"content-type": "application/json", "x-elastic-product": "Elasticsearch"}
            )
            return NodeApiResponse(ApiResponseMeta(404, "1.1", headers, 0.1, self.config), b"{}")

        def close(self) -> None:
            """Nothing is open."""

    return Elasticsearch("http://host.test:80", node_class=Node, **options)


def _opensearch(owner: str, call: str, status: Any) -> Any:
    """What a call answers when the server says 404."""
    from opensearchpy import AsyncConnection, AsyncOpenSearch, Connection, OpenSearch

    def answer(connection: Any, ignore: Any) -> Any:
        return (404, {}, "{}") if 404 in ignore else connection._raise_error(404, "{}")

    class Answering(Connection):
        def perform_request(self, *_: Any, ignore: Any = (), **__: Any) -> Any:
            return answer(self, ignore)

    class AsyncAnswering(AsyncConnection):
        async def perform_request(self, *_: Any, ignore: Any = (), **__: Any) -> Any:
            return answer(self, ignore)

    asynchronous = owner == "AsyncOpenSearch"
    made = AsyncOpenSearch if asynchronous else OpenSearch
    client = made(connection_class=AsyncAnswering if asynchronous else Answering)
    method = getattr(client.indices if owner == "client.IndicesClient" else client, call)
    parameters = inspect.signature(method).parameters.values()
    required = {each.name: "name" for each in parameters if each.default is each.empty}
    answered = method(**required, ignore=[status])
    return run(answered) if asynchronous else answered


for _client in ("OpenSearch", "AsyncOpenSearch"):
    for _call in ("create", "delete", "get", "index", "search", "update"):
        probe(f"opensearchpy.{_client}.{_call}", "ignore")(
            functools.partial(_opensearch, _client, _call)
        )
for _call in ("create", "delete", "get", "put_mapping", "put_template", "refresh"):
    probe(f"opensearchpy.client.IndicesClient.{_call}", "ignore")(
        functools.partial(_opensearch, "client.IndicesClient", _call)
    )


@probe("elasticsearch.helpers.bulk", "ignore_status")
@probe("elasticsearch.helpers.async_bulk", "ignore_status")
@probe("elasticsearch.helpers.parallel_bulk", "ignore_status")
def _(status: Any) -> Any:
    from elasticsearch import ApiError
    from elasticsearch.helpers import bulk

    try:
        return bulk(
            _elasticsearch(), [{"_index": "i"}], ignore_status=[status], raise_on_error=False
        )[0]
    except ApiError as error:
        return type(error)


@probe("scrapy.Spider", "handle_httpstatus_list")
def _(status: Any) -> Any:
    return _scrapy_lets_through({}, {}, handle_httpstatus_list=[status])


@probe("Scrapy", "handle_httpstatus_list")
def _(status: Any) -> Any:
    return _scrapy_lets_through({}, {"handle_httpstatus_list": [status]})


@probe("Scrapy", "HTTPERROR_ALLOWED_CODES")
def _(status: Any) -> Any:
    return _scrapy_lets_through({"HTTPERROR_ALLOWED_CODES": [status]}, {})


def _crawler(*arguments: Any, **keywords: Any) -> Any:
    import twisted.internet.reactor  # noqa: F401 - some versions want one to be installed
    from scrapy.utils.test import get_crawler

    return get_crawler(*arguments, **keywords)


def _scrapy_lets_through(settings: Any, meta: Any, **attributes: Any) -> bool:
    """Whether a spider gets to see a response with 404."""
    import scrapy
    from scrapy.http import Response
    from scrapy.spidermiddlewares.httperror import HttpError, HttpErrorMiddleware

    crawler = _crawler(type("Spider", (scrapy.Spider,), {"name": "s", **attributes}), settings)
    crawler.spider = crawler.spidercls.from_crawler(crawler)
    request = scrapy.Request("http://host.test/", meta=meta)
    response = Response("http://host.test/", 404, request=request)
    middleware = HttpErrorMiddleware.from_crawler(crawler)
    try:
        middleware.process_spider_input(response)
    except HttpError:
        return False
    return True


@probe("scrapy.http.Response", "status")
def _(status: Any) -> Any:
    from scrapy.http import Response, TextResponse

    made = (
        Response("http://host.test/", status),
        TextResponse("http://host.test/", status=status),
        Response("http://host.test/").replace(status=status),
    )
    return [same(response.status, 404) for response in made], str(made[0])


@probe("Scrapy", "RETRY_HTTP_CODES")
def _(status: Any) -> Any:
    from scrapy.downloadermiddlewares.retry import RetryMiddleware

    crawler = _crawler(settings_dict={"RETRY_HTTP_CODES": [status]})
    return 404 in RetryMiddleware.from_crawler(crawler).retry_http_codes


@probe("Scrapy", "HTTPCACHE_IGNORE_HTTP_CODES")
def _(status: Any) -> Any:
    import scrapy
    from scrapy.extensions.httpcache import DummyPolicy
    from scrapy.http import Response

    settings = _crawler(settings_dict={"HTTPCACHE_IGNORE_HTTP_CODES": [status]}).settings
    request = scrapy.Request("http://host.test/")
    return DummyPolicy(settings).should_cache_response(Response("http://host.test/", 404), request)
