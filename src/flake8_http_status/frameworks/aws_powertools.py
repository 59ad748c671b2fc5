"""Powertools for AWS Lambda: routes, responses and service errors."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    METHODS,
    NUMBER_OR_DIGITS,
    Argument,
    Attribute,
    Body,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    ReturnedTuple,
    Role,
    Shape,
    WrongKeyword,
)

EVENT_HANDLER = "aws_lambda_powertools.event_handler"
RESOLVER = f"{EVENT_HANDLER}.ApiGatewayResolver"
ROUTER = f"{EVENT_HANDLER}.router.Router"
BY_METHOD = tuple(
    f"{owner}.{method}" for owner in (RESOLVER, ROUTER) for method in METHODS if method != "options"
)
BY_NAME = (f"{RESOLVER}.route", f"{ROUTER}.route")
ROUTES = (*BY_METHOD, *BY_NAME)
RESPONSE = (f"{EVENT_HANDLER}.Response",)
ERROR = (f"{EVENT_HANDLER}.exceptions.ServiceError",)

FRAMEWORK = Framework(
    name="Powertools for AWS Lambda",
    packages=("aws_lambda_powertools",),
    distribution="aws-lambda-powertools",
    verified=("3.37.0",),
    arguments=(
        Argument(of=(*RESPONSE, *ERROR), name="status_code", position=0, accepts=KEPT_NUMBER),
        *(
            argument
            for of, shift in ((BY_METHOD, 0), (BY_NAME, 1))
            for argument in (
                Argument(
                    of=of,
                    name="responses",
                    position=6 + shift,
                    role=Role.ROUTE,
                    shape=Shape.KEYS,
                    accepts=NUMBER_OR_DIGITS,
                    produces=False,
                ),
                Argument(
                    of=of,
                    name="custom_response_validation_http_code",
                    position=15 + shift,
                    role=Role.ROUTE,
                ),
                Argument(of=of, name="status_code", position=16 + shift, role=Role.ROUTE),
            )
        ),
        Argument(of=(RESOLVER,), name="response_validation_error_http_code", position=6),
    ),
    attributes=(
        Attribute(of=(*RESPONSE, *ERROR), name="status_code", accepts=KEPT_NUMBER, writable=True),
    ),
    returned=(ReturnedTuple(status_at=1, lengths=(2,), decorators=ROUTES, accepts=KEPT_NUMBER),),
    aliases=(
        *(
            (f"{EVENT_HANDLER}.{name}", RESOLVER)
            for name in (
                *("ALBResolver", "APIGatewayHttpResolver", "APIGatewayRestResolver"),
                *("LambdaFunctionUrlResolver", "VPCLatticeResolver", "VPCLatticeV2Resolver"),
                *("BedrockAgentResolver", "api_gateway.ApiGatewayResolver"),
                "api_gateway.APIGatewayRestResolver",
            )
        ),
        *(
            (f"{EVENT_HANDLER}.{name}", ROUTER)
            for name in (
                *("router.APIGatewayRouter", "router.APIGatewayHttpRouter", "router.ALBRouter"),
                *("router.LambdaFunctionUrlRouter", "api_gateway.Router"),
            )
        ),
        (f"{EVENT_HANDLER}.api_gateway.Response", f"{EVENT_HANDLER}.Response"),
    ),
    limits=(
        Limit(
            of=ERROR,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Powertools for AWS Lambda 3.37.0",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="body", position=2),),
    misplaced=(
        Misplaced(
            of=RESPONSE,
            position=1,
            parameter="content_type",
            keyword="status_code",
            outcome="takes the number for its Content-Type",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSE, *ERROR), wrong=wrong, right="status_code", outcome="raises TypeError"
        )
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=ROUTES,
            exceptions=ERROR,
            exception_outcome="cannot serialize it, and the function fails",
        ),
    ),
)
