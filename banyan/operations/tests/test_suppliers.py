"""Article 14.4: one supplier of backups, from which the province purchases."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from banyan.acts.defence import open_gate
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.infrastructure.acts import systems
from banyan.infrastructure.tests.stage import Cast, found, refused_by
from banyan.operations.acts import backups, suppliers
from banyan.operations.models import BackupJob, BackupSupplier
from tests import province

pytestmark = pytest.mark.django_db


def _system(cast: Cast, code: str = "S1") -> int:
    given: dict[str, Any] = {"code": code, "name": f"渔业系统{code}", "central": "no", "grade": 2}
    return perform(systems.register_information_system, cast.builder, **given).on


@pytest.mark.norm("14.4-a")
def test_the_provincial_office_names_the_one_supplier_by_a_purchase() -> None:
    cast = Cast()
    commission = cast.commission(cast.managing)
    assert refused_by(suppliers.name_backup_supplier, cast.office, agreement=commission) == {
        "operations.backup_is_purchased"
    }
    purchase = cast.commission(cast.managing, "purchase")
    assert "acts.office_may" in refused_by(
        suppliers.name_backup_supplier, cast.city_office, agreement=purchase
    )
    perform(suppliers.name_backup_supplier, cast.office, agreement=purchase)
    assert refused_by(suppliers.name_backup_supplier, cast.office, agreement=purchase) == {
        "operations.one_supplier_is_named"
    }
    other = province.body("另一家云公司", kind="technical_service_unit")
    assert refused_by(backups.set_up_backup, cast.builder, system=_system(cast), supplier=other) == {
        "operations.backup_comes_from_the_one_supplier"
    }


@pytest.mark.norm("14.4-a")
def test_the_database_holds_one_supplier_whoever_writes() -> None:
    cast = Cast()
    other = province.body("另一家云公司", kind="technical_service_unit")
    with under_way(UnderWay("tests.round_the_rule")):
        BackupSupplier.objects.create(body=cast.supplier)
        with pytest.raises(IntegrityError), transaction.atomic():
            BackupSupplier.objects.create(body=other)


def _write_round(system: int, supplier: int) -> None:
    """A backup written past every rule, as far as the database lets it."""
    with transaction.atomic(), under_way(UnderWay("tests.round_the_rule")):
        open_gate(connection, "tests.round_the_rule")
        BackupJob.objects.create(system_id=system, supplier_id=supplier, state="running")


@pytest.mark.norm("14.4-a")
@pytest.mark.django_db(transaction=True)
def test_the_database_lets_no_backup_stand_with_who_was_never_named() -> None:
    cast = Cast()
    system = _system(cast)
    with pytest.raises(IntegrityError):
        _write_round(system, cast.supplier.pk)


@pytest.mark.norm("14.4-a")
def test_backups_with_a_former_supplier_are_found_until_they_move() -> None:
    cast = Cast()
    backup = perform(backups.set_up_backup, cast.builder, system=_system(cast), supplier=cast.supplier).on
    perform(backups.record_backup, cast.builder, backup)
    perform(backups.record_restore_test, cast.builder, backup, tested_on=date(2026, 11, 1))
    assert refused_by(suppliers.move_backup, cast.builder, backup) == {
        "operations.backup_moves_to_the_one_supplier"
    }
    perform(suppliers.end_backup_supplier, cast.office, cast.supplier.pk, reason="合同到期")
    assert found("operations.backup_is_with_a_former_supplier") == 1
    assert refused_by(
        backups.set_up_backup, cast.builder, system=_system(cast, "S2"), supplier=cast.supplier
    ) == {"operations.backup_comes_from_the_one_supplier"}
    other = province.body("新云公司", kind="technical_service_unit")
    assert refused_by(backups.set_up_backup, cast.builder, system=_system(cast, "S3"), supplier=other) == {
        "operations.backup_comes_from_the_one_supplier"
    }
    purchase = cast.commission(cast.managing, "purchase", other)
    perform(suppliers.name_backup_supplier, cast.office, agreement=purchase)
    perform(suppliers.move_backup, cast.builder, backup)
    assert found("operations.backup_is_with_a_former_supplier") == 0
    moved = BackupJob.objects.get(pk=backup)
    assert (str(moved.supplier), moved.restored_on) == ("新云公司", None)


@pytest.mark.norm("14.4-a")
def test_a_former_supplier_is_named_again_under_a_new_agreement() -> None:
    cast = Cast()
    purchase = cast.commission(cast.managing, "purchase")
    perform(suppliers.name_backup_supplier, cast.office, agreement=purchase)
    perform(suppliers.end_backup_supplier, cast.office, cast.supplier.pk, reason="合同到期")
    perform(suppliers.name_backup_supplier_again, cast.office, cast.supplier.pk, agreement=purchase)
    assert BackupSupplier.objects.get().state == "named"
