"""unittest: the assertion methods that compare two values."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Comparer, Framework

FRAMEWORK = Framework(
    name="unittest",
    packages=("unittest",),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    comparers=(
        Comparer(
            of=(
                "unittest.TestCase.assertEqual",
                "unittest.TestCase.assertNotEqual",
                "unittest.TestCase.assertEquals",
                "unittest.TestCase.assertNotEquals",
            ),
            keywords=("first", "second"),
        ),
        Comparer(
            of=("unittest.TestCase.assertIn", "unittest.TestCase.assertNotIn"),
            keywords=("member", "container"),
            membership=True,
        ),
        Comparer(of=("unittest.TestCase.assertSequenceEqual",), keywords=("seq1", "seq2")),
        Comparer(of=("unittest.TestCase.assertTupleEqual",), keywords=("tuple1", "tuple2")),
        Comparer(of=("unittest.TestCase.assertListEqual",), keywords=("list1", "list2")),
    ),
    http=False,
)
