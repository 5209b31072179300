import sqlalchemy as sa
from alembic import op

revision = "${revision}"
down_revision = ${down_revision}


def upgrade():
    op.add_column("${table}", sa.Column("status", sa.String(20), server_default="new", nullable=True))
