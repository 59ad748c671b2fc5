"""``falcon.HTTP_404``: status lines as text, each under its number and under its phrase.

The codes from 701 are jokes of the package; they have only the numbered name. Since 4.0 two more
names of 413 are in ``falcon.status_codes`` that are not in ``falcon``: HTTP_PAYLOAD_TOO_LARGE and
HTTP_REQUEST_ENTITY_TOO_LARGE.
"""

from __future__ import annotations

from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary, names

VOCABULARY = Vocabulary(
    key="falcon",
    container="falcon",
    general=True,
    distribution="falcon",
    kind=Kind.STATUS_LINE,
    verified=("3.1.3", "4.0.0", "4.4.0"),
    same_as=("falcon.status_codes",),
    from_import=False,
    names=names(
        {
            100: ("HTTP_100", "HTTP_CONTINUE"),
            101: ("HTTP_101", "HTTP_SWITCHING_PROTOCOLS"),
            102: ("HTTP_102", "HTTP_PROCESSING"),
            103: ("HTTP_103", "HTTP_EARLY_HINTS"),
            200: ("HTTP_200", "HTTP_OK"),
            201: ("HTTP_201", "HTTP_CREATED"),
            202: ("HTTP_202", "HTTP_ACCEPTED"),
            203: ("HTTP_203", "HTTP_NON_AUTHORITATIVE_INFORMATION"),
            204: ("HTTP_204", "HTTP_NO_CONTENT"),
            205: ("HTTP_205", "HTTP_RESET_CONTENT"),
            206: ("HTTP_206", "HTTP_PARTIAL_CONTENT"),
            207: ("HTTP_207", "HTTP_MULTI_STATUS"),
            208: ("HTTP_208", "HTTP_ALREADY_REPORTED"),
            226: ("HTTP_226", "HTTP_IM_USED"),
            300: ("HTTP_300", "HTTP_MULTIPLE_CHOICES"),
            301: ("HTTP_301", "HTTP_MOVED_PERMANENTLY"),
            302: ("HTTP_302", "HTTP_FOUND"),
            303: ("HTTP_303", "HTTP_SEE_OTHER"),
            304: ("HTTP_304", "HTTP_NOT_MODIFIED"),
            305: ("HTTP_305", "HTTP_USE_PROXY"),
            307: ("HTTP_307", "HTTP_TEMPORARY_REDIRECT"),
            308: ("HTTP_308", "HTTP_PERMANENT_REDIRECT"),
            400: ("HTTP_400", "HTTP_BAD_REQUEST"),
            401: ("HTTP_401", "HTTP_UNAUTHORIZED"),
            402: ("HTTP_402", "HTTP_PAYMENT_REQUIRED"),
            403: ("HTTP_403", "HTTP_FORBIDDEN"),
            404: ("HTTP_404", "HTTP_NOT_FOUND"),
            405: ("HTTP_405", "HTTP_METHOD_NOT_ALLOWED"),
            406: ("HTTP_406", "HTTP_NOT_ACCEPTABLE"),
            407: ("HTTP_407", "HTTP_PROXY_AUTHENTICATION_REQUIRED"),
            408: ("HTTP_408", "HTTP_REQUEST_TIMEOUT"),
            409: ("HTTP_409", "HTTP_CONFLICT"),
            410: ("HTTP_410", "HTTP_GONE"),
            411: ("HTTP_411", "HTTP_LENGTH_REQUIRED"),
            412: ("HTTP_412", "HTTP_PRECONDITION_FAILED"),
            413: (
                "HTTP_413",
                Name("HTTP_CONTENT_TOO_LARGE", since=(4,)),
                Name("HTTP_REQUEST_ENTITY_TOO_LARGE", removed=(4,)),
            ),
            414: ("HTTP_414", "HTTP_REQUEST_URI_TOO_LONG"),
            415: ("HTTP_415", "HTTP_UNSUPPORTED_MEDIA_TYPE"),
            416: ("HTTP_416", "HTTP_REQUESTED_RANGE_NOT_SATISFIABLE"),
            417: ("HTTP_417", "HTTP_EXPECTATION_FAILED"),
            418: ("HTTP_418", "HTTP_IM_A_TEAPOT"),
            421: ("HTTP_421", "HTTP_MISDIRECTED_REQUEST"),
            422: ("HTTP_422", "HTTP_UNPROCESSABLE_ENTITY"),
            423: ("HTTP_423", "HTTP_LOCKED"),
            424: ("HTTP_424", "HTTP_FAILED_DEPENDENCY"),
            425: ("HTTP_425", "HTTP_TOO_EARLY"),
            426: ("HTTP_426", "HTTP_UPGRADE_REQUIRED"),
            428: ("HTTP_428", "HTTP_PRECONDITION_REQUIRED"),
            429: ("HTTP_429", "HTTP_TOO_MANY_REQUESTS"),
            431: ("HTTP_431", "HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE"),
            451: ("HTTP_451", "HTTP_UNAVAILABLE_FOR_LEGAL_REASONS"),
            500: ("HTTP_500", "HTTP_INTERNAL_SERVER_ERROR"),
            501: ("HTTP_501", "HTTP_NOT_IMPLEMENTED"),
            502: ("HTTP_502", "HTTP_BAD_GATEWAY"),
            503: ("HTTP_503", "HTTP_SERVICE_UNAVAILABLE"),
            504: ("HTTP_504", "HTTP_GATEWAY_TIMEOUT"),
            505: ("HTTP_505", "HTTP_HTTP_VERSION_NOT_SUPPORTED"),
            506: ("HTTP_506", "HTTP_VARIANT_ALSO_NEGOTIATES"),
            507: ("HTTP_507", "HTTP_INSUFFICIENT_STORAGE"),
            508: ("HTTP_508", "HTTP_LOOP_DETECTED"),
            510: ("HTTP_510", "HTTP_NOT_EXTENDED"),
            511: ("HTTP_511", "HTTP_NETWORK_AUTHENTICATION_REQUIRED"),
        }
        | {
            code: f"HTTP_{code}"
            for block in (
                (701, 702, 703, 710, 711, 712, 719),
                (*range(720, 728), *range(740, 746), 748, 749),
                (750, 753, 754, 755, 759, *range(771, 775), *range(776, 780)),
                (*range(780, 787), 791, 792, 797, 799),
            )
            for code in block
        },
        added={(4,): (103, 421, 425, 506, 510)},
    ),
)
