"""nose: unittest's comparisons as functions with underscored names."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Comparer, Framework

FRAMEWORK = Framework(
    name="nose",
    packages=("nose",),
    distribution="pynose",
    verified=("1.5.0", "1.5.5"),
    comparers=(
        Comparer(of=("nose.tools.eq_",), keywords=("a", "b")),
        Comparer(
            of=(
                "nose.tools.assert_equal",
                "nose.tools.assert_not_equal",
                "nose.tools.assert_equals",
                "nose.tools.assert_not_equals",
            ),
            keywords=("first", "second"),
        ),
        Comparer(
            of=("nose.tools.assert_in", "nose.tools.assert_not_in"),
            keywords=("member", "container"),
            membership=True,
        ),
    ),
    http=False,
)
