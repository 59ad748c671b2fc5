"""Scrapy: responses, and the lists of statuses in spiders and settings."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Argument,
    Attribute,
    ClassAttribute,
    Framework,
    Item,
    Role,
    Shape,
)

RESPONSE = ("scrapy.http.Response",)

FRAMEWORK = Framework(
    name="Scrapy",
    packages=("scrapy",),
    distribution="scrapy",
    verified=("2.14.0", "2.19.0"),
    arguments=(
        Argument(
            of=RESPONSE,
            name="status",
            position=1,
            role=Role.DOUBLE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=RESPONSE, name="status"),),
    class_attributes=(
        ClassAttribute(
            of=("scrapy.Spider",),
            name="handle_httpstatus_list",
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    items=(
        Item(key="handle_httpstatus_list", shape=Shape.STATUSES),
        Item(key="HTTPERROR_ALLOWED_CODES", shape=Shape.STATUSES, variable=True),
        Item(
            key="RETRY_HTTP_CODES",
            shape=Shape.STATUSES,
            accepts=NUMBER_OR_DIGITS,
            variable=True,
        ),
        Item(
            key="HTTPCACHE_IGNORE_HTTP_CODES",
            shape=Shape.STATUSES,
            accepts=NUMBER_OR_DIGITS,
            variable=True,
        ),
    ),
    aliases=(
        *(
            (f"scrapy.http.{kind}Response", "scrapy.http.Response")
            for kind in ("Text", "Html", "Xml", "Json")
        ),
        ("scrapy.http.response.Response", "scrapy.http.Response"),
        ("scrapy.spiders.Spider", "scrapy.Spider"),
        ("scrapy.spiders.CrawlSpider", "scrapy.Spider"),
        ("scrapy.spiders.SitemapSpider", "scrapy.Spider"),
    ),
)
