"""``twisted.web.http``: names of its own for some codes, and none for many others.

The name for 100 is private, so it is left out.
"""

from __future__ import annotations

from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

VOCABULARY = Vocabulary(
    key="twisted",
    container="twisted.web.http",
    general=True,
    distribution="twisted",
    kind=Kind.INTEGER,
    verified=("22.10.0", "24.3.0", "26.10.0"),
    names=names(
        {
            101: "SWITCHING",
            200: "OK",
            201: "CREATED",
            202: "ACCEPTED",
            203: "NON_AUTHORITATIVE_INFORMATION",
            204: "NO_CONTENT",
            205: "RESET_CONTENT",
            206: "PARTIAL_CONTENT",
            207: "MULTI_STATUS",
            300: "MULTIPLE_CHOICE",
            301: "MOVED_PERMANENTLY",
            302: "FOUND",
            303: "SEE_OTHER",
            304: "NOT_MODIFIED",
            305: "USE_PROXY",
            307: "TEMPORARY_REDIRECT",
            308: "PERMANENT_REDIRECT",
            400: "BAD_REQUEST",
            401: "UNAUTHORIZED",
            402: "PAYMENT_REQUIRED",
            403: "FORBIDDEN",
            404: "NOT_FOUND",
            405: "NOT_ALLOWED",
            406: "NOT_ACCEPTABLE",
            407: "PROXY_AUTH_REQUIRED",
            408: "REQUEST_TIMEOUT",
            409: "CONFLICT",
            410: "GONE",
            411: "LENGTH_REQUIRED",
            412: "PRECONDITION_FAILED",
            413: "REQUEST_ENTITY_TOO_LARGE",
            414: "REQUEST_URI_TOO_LONG",
            415: "UNSUPPORTED_MEDIA_TYPE",
            416: "REQUESTED_RANGE_NOT_SATISFIABLE",
            417: "EXPECTATION_FAILED",
            418: "IM_A_TEAPOT",
            500: "INTERNAL_SERVER_ERROR",
            501: "NOT_IMPLEMENTED",
            502: "BAD_GATEWAY",
            503: "SERVICE_UNAVAILABLE",
            504: "GATEWAY_TIMEOUT",
            505: "HTTP_VERSION_NOT_SUPPORTED",
            507: "INSUFFICIENT_STORAGE_SPACE",
            510: "NOT_EXTENDED",
        },
        added={(21, 2): (308,), (24, 7): (418,)},
    ),
)
