"""The record kinds: one file each, in the order in which they are tried."""

from corrobora.records.kinds.assets import ASSETS
from corrobora.records.kinds.companies import COMPANIES, SHARES
from corrobora.records.kinds.contacts import CONTACTS
from corrobora.records.kinds.courts import COURTS
from corrobora.records.kinds.enrolments import ENROLMENTS
from corrobora.records.kinds.field import Field, Kind
from corrobora.records.kinds.journeys import JOURNEYS
from corrobora.records.kinds.listings import LISTINGS
from corrobora.records.kinds.payments import PAYMENTS
from corrobora.records.kinds.shipments import SHIPMENTS
from corrobora.registry import Registry

REGISTRY = Registry(
    "record kind", JOURNEYS, ENROLMENTS, COMPANIES, SHARES, LISTINGS, COURTS, SHIPMENTS, ASSETS, PAYMENTS, CONTACTS
)

__all__ = ["REGISTRY", "Field", "Kind"]
