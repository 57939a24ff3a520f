import type { Person } from '../facts/tree.ts';
import { type Finding, no, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';

const bodies = new Set(['PLIDA', 'CertIt', 'CILS', 'CELI', 'CoL']);
const levels = new Set(['B1', 'B2', 'C1', 'C2']);
const exemptions = new Set([
  'integration_agreement',
  'eu_long_term_permit_issued_by_italy',
  'italian_school_qualification',
]);

/** Italian at level B1, certified by one of five bodies, or a ground of exemption. */
export function language(world: World, person: Person, day: When): Finding {
  if (world.before(day, lawDays.languageCertificate)) return yes();
  const known = world.tree.application.language;
  const exemption = known?.exemption;
  if (exemption !== undefined && exemption !== null) {
    if (world.applies('MARR-12', person.id, exemptions.has(exemption))) return yes('MARR-12');
  }
  const certified = () => {
    if (known === undefined) return false;
    const { certificate, level } = known;
    if (certificate !== null && !bodies.has(certificate)) return false;
    if (level != null && !levels.has(level)) return false;
    if (
      certificate === null &&
      !world.ask('language_certificate', '/application/language/certificate', person.id)
    )
      return false;
    if (level != null) return true;
    // one question covers body and level where both are unknown
    return certificate === null || world.ask('language_level', '/application/language/level', person.id);
  };
  if (world.satisfies('MARR-11', person.id, certified)) return yes('MARR-11');
  if (exemption === null) {
    const pointer = '/application/language/exemption';
    const exempt = world.applies('MARR-12', person.id, () =>
      world.ask('language_exemption', pointer, person.id),
    );
    if (exempt) return yes('MARR-12');
  }
  return exemption == null ? no('MARR-11') : no('MARR-11', 'MARR-12');
}
