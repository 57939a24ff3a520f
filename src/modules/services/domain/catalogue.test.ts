import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { locales, type Text } from '#kernel/locale.ts';
import { feeFor } from '#modules/tariff/public.ts';
import { bookingSubject } from './booking-subject.ts';
import { findService, listAllServices, listBookableServices, listServices } from './catalogue.ts';
import { categoryNames } from './category.ts';
import { serviceSections } from './section.ts';
import { type Service, serviceCategories } from './service.ts';

const today = civilDate('2026-11-24');
const services = listAllServices();
const service = (id: string): Service => {
  const found = findService(id);
  if (found === undefined) throw new Error(`No service ${id}`);
  return found;
};

/** Every sentence anywhere in a service. */
function sentencesIn(value: unknown): Text[] {
  if (value === null || typeof value !== 'object') return [];
  if ('it' in value && 'en' in value) return [value as Text];
  return Object.values(value).flatMap(sentencesIn);
}

describe('the catalogue of services', () => {
  test('OF-3: has everything that people come to a consulate for', () => {
    expect(listServices().map(({ id }) => id)).toEqual([
      'passport',
      'identity-card',
      'aire-registration',
      'change-of-address',
      'citizenship-descent',
      'direct-descendants',
      'citizenship-marriage',
      'benefit-of-law',
      'reacquisition',
      'renunciation',
      'civil-status',
      'change-of-name',
      'notarial-acts',
      'driving-licence',
    ]);
    const used = new Set(services.map(({ category }) => category));
    expect([...used].sort()).toEqual([...serviceCategories].sort());
    expect(Object.keys(categoryNames).sort()).toEqual([...serviceCategories].sort());
  });

  test('OF-3: the sections come in the order of Italian service pages', () => {
    expect(serviceSections.map(({ title }) => title.it)).toEqual([
      'A chi è rivolto',
      'Come fare',
      'Cosa serve',
      'Cosa si ottiene',
      'Quanto costa',
      'Tempi e scadenze',
      'Accedi al servizio',
      'Condizioni di servizio',
      'Contatti',
    ]);
  });

  test.each(services.map((each) => [each.id, each] as const))(
    'OF-3: %s leaves no section empty',
    (_, each) => {
      for (const list of [each.who, each.how, each.result, each.conditions, each.mayGoWrong, each.law])
        expect(list.length).toBeGreaterThan(0);
      expect(each.mayNotNeedToCome.length).toBeGreaterThan(0);
      if (each.needs !== 'to_be_confirmed') expect(each.needs.length).toBeGreaterThan(0);
      if (each.times !== 'to_be_confirmed') expect(each.times.length).toBeGreaterThan(0);
    },
  );

  test('OF-12: every sentence stands in both languages, in proper typography', () => {
    for (const each of services) {
      const sentences = sentencesIn(each);
      expect(sentences.length, each.id).toBeGreaterThanOrEqual(15);
      for (const sentence of sentences)
        for (const locale of locales) {
          expect(sentence[locale].trim().length, each.id).toBeGreaterThan(1);
          expect(sentence[locale], each.id).not.toContain("'");
        }
    }
  });

  test('OF-3: every fee named is in the tariff today', () => {
    for (const each of services) {
      const costs = each.costs === 'to_be_confirmed' ? [] : each.costs;
      const documents = each.needs === 'to_be_confirmed' ? [] : each.needs;
      for (const { fee } of [...costs, ...documents])
        if (fee !== undefined && fee !== 'to_be_confirmed')
          expect(() => feeFor(fee, today), `${each.id} ${fee}`).not.toThrow();
    }
  });

  test('OF-3: what no source gives is marked for the office to confirm', () => {
    expect(service('passport').times).toBe('to_be_confirmed');
    expect(service('driving-licence').costs).toBe('to_be_confirmed');
  });

  test('OF-3: AIRE registration and change of address cost nothing', () => {
    expect(service('aire-registration').costs).toEqual([]);
    expect(service('change-of-address').costs).toEqual([]);
  });
});

describe('how a service is reached', () => {
  test('OF-6: what the registry offers is in the catalogue, done online with SPID; offices have none of it', () => {
    const online = services.filter(({ booking }) => booking.kind === 'online');
    expect(online.map(({ id }) => id)).toEqual(['registry-certificates', 'your-data', 'self-certification']);
    for (const each of online) {
      expect(listServices()).not.toContain(each);
      expect(each.needs, each.id).toContainEqual(
        expect.objectContaining({ what: expect.objectContaining({ en: 'SPID, level 2 at least' }) }),
      );
    }
  });

  test('OF-3: passports and identity cards are booked; some citizenship routes are asked for', () => {
    expect(listBookableServices().map(({ id }) => id)).toEqual(
      expect.arrayContaining(['passport', 'identity-card', 'aire-registration', 'citizenship-descent']),
    );
    for (const id of ['renunciation', 'reacquisition', 'benefit-of-law'])
      expect(service(id).booking.kind, id).toBe('request');
    for (const id of ['change-of-name', 'citizenship-marriage'])
      expect(service(id).booking.kind, id).toBe('contact');
  });

  test('OF-3: default settings are ones that an agenda can take', () => {
    for (const { id, booking } of listBookableServices()) {
      if (booking.kind !== 'appointment') throw new Error(id);
      expect(booking.minutes, id).toBeGreaterThanOrEqual(5);
      expect(booking.minutes, id).toBeLessThanOrEqual(120);
      expect(booking.holdMinutes, id).toBeGreaterThanOrEqual(5);
      expect(booking.holdMinutes, id).toBeLessThanOrEqual(4_320);
    }
  });

  test('OF-3: a request bears the subject that the office looks for, with the name as written', () => {
    expect(bookingSubject(service('renunciation'), 'Ada $& Prova')).toBe(
      'RICHIESTA RINUNCIA CITTADINANZA – Ada $& Prova',
    );
    expect(bookingSubject(service('benefit-of-law'), 'Ugo Esempio')).toBe(
      'REQUEST FOR CITIZENSHIP BENEFICIO DI LEGGE – Ugo Esempio',
    );
    expect(bookingSubject(service('passport'), 'Ada Prova')).toBeUndefined();
  });

  test('BK-2: only bookable services ask questions, each with an id of its own and choices that differ', () => {
    for (const { id, questions, booking } of services) {
      if (booking.kind !== 'appointment') expect(questions, id).toEqual([]);
      const ids = questions.map((question) => question.id);
      expect(new Set(ids).size, id).toBe(ids.length);
      for (const question of questions) {
        expect(question.id).toMatch(/^[a-z]+(_[a-z]+)*$/);
        if (question.kind !== 'choice') continue;
        const values = question.choices.map(({ value }) => value);
        expect(values.length).toBeGreaterThan(1);
        expect(new Set(values).size).toBe(values.length);
      }
    }
  });
});
