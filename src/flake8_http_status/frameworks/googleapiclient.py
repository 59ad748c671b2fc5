"""google-api-python-client: the error of a failed call."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework, Returns

FRAMEWORK = Framework(
    name="Google API client",
    packages=("googleapiclient", "apiclient"),
    distribution="google-api-python-client",
    verified=("2.110.0", "2.202.0"),
    attributes=(Attribute(of=("googleapiclient.errors.HttpError",), name="status_code"),),
    returns=(Returns(of=("googleapiclient.errors.HttpError.resp",), is_a="httplib2.Response"),),
    aliases=(
        ("googleapiclient.errors.BatchError", "googleapiclient.errors.HttpError"),
        ("googleapiclient.errors.ResumableUploadError", "googleapiclient.errors.HttpError"),
        ("apiclient.errors", "googleapiclient.errors"),
    ),
)
