import sqlalchemy as sa
from alembic import op

revision = "20250930_token_usage"
down_revision = "079e06e9b448"


def upgrade():
    op.add_column("tasks", sa.Column("total_input_tokens", sa.Integer(), nullable=True))
    op.add_column("tasks", sa.Column("total_output_tokens", sa.Integer(), nullable=True))
    op.add_column("tasks", sa.Column("total_cached_input_tokens", sa.Integer(), nullable=True))
    op.add_column("tasks", sa.Column("token_usage_details", sa.JSON(), nullable=True))
