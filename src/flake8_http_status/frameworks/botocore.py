"""botocore (boto3): the metadata of answers, and stubbed errors."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    Framework,
    Item,
    Role,
)

FRAMEWORK = Framework(
    name="botocore",
    packages=("botocore", "boto3"),
    distribution="botocore",
    verified=("1.34.162", "1.44.5"),
    arguments=(
        Argument(
            of=("botocore.stub.Stubber.add_client_error",),
            name="http_status_code",
            position=3,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("botocore.awsrequest.AWSResponse",),
            name="status_code",
            position=1,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=("botocore.awsrequest.AWSResponse",), name="status_code"),),
    items=(Item(key="HTTPStatusCode", accepts=KEPT_NUMBER),),
)
