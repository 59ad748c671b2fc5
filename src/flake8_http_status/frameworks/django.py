"""Django: responses, shortcuts and the test tools."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    METHODS,
    NOT_FOLLOWED,
    NUMBER,
    NUMBER_OR_DIGITS,
    REDIRECTS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Endpoint,
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    NotStatus,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

ERROR_RESPONSES = tuple(
    f"django.http.HttpResponse{name}"
    for name in ("BadRequest", "Forbidden", "Gone", "NotAllowed", "NotFound", "ServerError")
)
REDIRECT_RESPONSES = (
    "django.http.HttpResponseRedirect",
    "django.http.HttpResponsePermanentRedirect",
)
CONTENT_RESPONSES = (
    "django.http.HttpResponse",
    *(name for name in ERROR_RESPONSES if not name.endswith("NotAllowed")),
)
CONTENT_FIRST = (*CONTENT_RESPONSES, "django.http.StreamingHttpResponse")
TEMPLATE_RESPONSES = (
    "django.template.response.SimpleTemplateResponse",
    "django.template.response.TemplateResponse",
)
RESPONSES = (
    *CONTENT_FIRST,
    *TEMPLATE_RESPONSES,
    *REDIRECT_RESPONSES,
    "django.http.FileResponse",
    "django.http.HttpResponseNotAllowed",
    "django.http.HttpResponseNotModified",
    "django.http.JsonResponse",
)
VIEWS = tuple(
    f"django.views.generic.{name}"
    for name in (
        *("View", "TemplateView", "ListView", "DetailView", "FormView", "RedirectView"),
        *("CreateView", "UpdateView", "DeleteView"),
    )
)
VIEW_DECORATORS = (
    *(
        f"django.views.decorators.http.{name}"
        for name in ("require_http_methods", "require_GET", "require_POST", "require_safe")
    ),
    "django.views.decorators.csrf.csrf_exempt",
    *(
        f"django.contrib.auth.decorators.{name}"
        for name in ("login_required", "permission_required", "user_passes_test")
    ),
)
RAISED = (
    "django.http.Http404",
    *(f"django.core.exceptions.{name}" for name in ("PermissionDenied", "SuspiciousOperation")),
)

FRAMEWORK = Framework(
    name="Django",
    packages=("django",),
    distribution="django",
    verified=("4.2.30", "5.2.19"),
    arguments=(
        Argument(
            of=(
                *CONTENT_FIRST,
                "django.http.FileResponse",
                "django.http.HttpResponseNotModified",
            ),
            name="status",
            position=2,
            accepts=NUMBER_OR_DIGITS,
        ),
        Argument(
            of=("django.http.HttpResponseNotAllowed",),
            name="status",
            position=3,
            accepts=NUMBER_OR_DIGITS,
        ),
        Argument(
            of=("django.http.JsonResponse", *REDIRECT_RESPONSES),
            name="status",
            accepts=NUMBER_OR_DIGITS,
        ),
        Argument(
            of=("django.shortcuts.render",), name="status", position=4, accepts=NUMBER_OR_DIGITS
        ),
        Argument(of=TEMPLATE_RESPONSES[:1], name="status", position=3, accepts=NUMBER_OR_DIGITS),
        Argument(of=TEMPLATE_RESPONSES[1:], name="status", position=4, accepts=NUMBER_OR_DIGITS),
        Argument(
            of=("django.test.SimpleTestCase.assertContains",),
            name="status_code",
            position=3,
            role=Role.EXPECTATION,
            produces=False,
        ),
        Argument(
            of=(
                "django.test.SimpleTestCase.assertNotContains",
                "django.test.SimpleTestCase.assertRedirects",
            ),
            name="status_code",
            position=2,
            role=Role.EXPECTATION,
            produces=False,
        ),
        Argument(
            of=("django.test.SimpleTestCase.assertRedirects",),
            name="target_status_code",
            position=3,
            role=Role.EXPECTATION,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(
            of=(*RESPONSES, "django.http.HttpResponseBase"),
            name="status_code",
            accepts=NUMBER | Accepts.KEEPS,
            writable=True,
        ),
        Attribute(of=("django.http.HttpResponse",), name="redirect_chain", shape=Shape.PAIRS),
    ),
    class_attributes=(
        ClassAttribute(of=RESPONSES, name="status_code", accepts=NUMBER | Accepts.KEEPS),
    ),
    returns=(
        Returns(
            of=(
                "django.shortcuts.render",
                *(
                    f"django.test.{client}.{method}"
                    for client in ("Client", "AsyncClient")
                    for method in (*METHODS, "trace", "generic")
                ),
            ),
            is_a="django.http.HttpResponse",
        ),
        Returns(of=("django.shortcuts.redirect",), is_a="django.http.HttpResponseRedirect"),
        Returns(of=("django.test.SimpleTestCase.client",), is_a="django.test.Client"),
        Returns(of=("django.test.SimpleTestCase.async_client",), is_a="django.test.AsyncClient"),
    ),
    aliases=(
        ("django.http.response", "django.http"),
        ("django.views.View", "django.views.generic.View"),
        ("django.views.generic.base.View", "django.views.generic.View"),
        ("django.views.generic.base.TemplateView", "django.views.generic.TemplateView"),
        ("django.test.client", "django.test"),
        ("django.test.testcases", "django.test"),
        ("django.test.SimpleTestCase.client_class", "django.test.Client"),
        ("django.test.TestCase", "django.test.SimpleTestCase"),
        ("django.test.TransactionTestCase", "django.test.SimpleTestCase"),
        ("django.test.LiveServerTestCase", "django.test.SimpleTestCase"),
        (
            "django.contrib.staticfiles.testing.StaticLiveServerTestCase",
            "django.test.SimpleTestCase",
        ),
    ),
    not_statuses=(
        NotStatus(
            of=("django.core.exceptions.ValidationError",),
            name="code",
            position=1,
            why="a string that identifies the error",
        ),
    ),
    limits=(
        Limit(
            of=REDIRECT_RESPONSES,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Django 5.2.19",
        ),
        Limit(
            of=ERROR_RESPONSES,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with that status, whatever the name of the class says",
            source="Django 5.2.19",
        ),
    ),
    bodies=(
        Body(of=CONTENT_RESPONSES, name="content", position=0),
        Body(of=("django.http.StreamingHttpResponse",), name="streaming_content", position=0),
        Body(of=("django.http.JsonResponse",), name="data", position=0, serialized=True),
        Body(of=("django.shortcuts.render",), name="template_name", position=1, described=True),
        Body(of=TEMPLATE_RESPONSES[:1], name="template", position=0, described=True),
        Body(of=TEMPLATE_RESPONSES[1:], name="template", position=1, described=True),
    ),
    misplaced=(
        Misplaced(
            of=CONTENT_FIRST,
            position=1,
            parameter="content_type",
            keyword="status",
            outcome="answers 200 with the number as its Content-Type",
        ),
        Misplaced(
            of=("django.shortcuts.render", TEMPLATE_RESPONSES[1]),
            position=3,
            parameter="content_type",
            keyword="status",
            outcome="answers 200 with the number as its Content-Type",
        ),
        Misplaced(
            of=TEMPLATE_RESPONSES[:1],
            position=2,
            parameter="content_type",
            keyword="status",
            outcome="answers 200 with the number as its Content-Type",
        ),
        Misplaced(
            of=("django.http.JsonResponse",),
            position=1,
            parameter="encoder",
            keyword="status",
            outcome="raises TypeError",
        ),
        Misplaced(
            of=CONTENT_RESPONSES[:1],
            position=0,
            parameter="content",
            keyword="status",
            outcome="answers 200 with the number as its content",
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(
                of=(*RESPONSES, "django.shortcuts.render"),
                wrong=wrong,
                right="status",
                outcome="raises TypeError",
            )
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=("django.shortcuts.redirect",),
                wrong=wrong,
                right=None,
                outcome="passes it on to reverse() and answers 302; it has only permanent=True",
            )
            for wrong in ("status", "status_code")
        ),
        WrongKeyword(
            of=(
                "django.test.SimpleTestCase.assertContains",
                "django.test.SimpleTestCase.assertNotContains",
                "django.test.SimpleTestCase.assertRedirects",
            ),
            wrong="status",
            right="status_code",
            outcome="raises TypeError",
        ),
    ),
    endpoints=(
        Endpoint(
            bases=VIEWS,
            methods=METHODS,
            exceptions=RAISED,
            exception_outcome="takes it for a response and answers 500",
            tuple_outcome="takes the tuple for a response and answers 500",
        ),
        Endpoint(
            decorators=VIEW_DECORATORS,
            exceptions=RAISED,
            exception_outcome="takes it for a response and answers 500",
            tuple_outcome="takes the tuple for a response and answers 500",
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=(
                "django.shortcuts.render",
                "django.http.HttpResponse",
                "django.http.JsonResponse",
                *TEMPLATE_RESPONSES,
            ),
            names=("handler400", "handler403", "handler404", "handler500"),
        ),
    ),
)
