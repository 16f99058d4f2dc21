import type { Workplace } from '#events/contracts/index';
import type { Mapping } from '../mapping/import-field.js';
import type { TableRow } from '../reading/table.js';
import type { CardDraft, RowProblem, RowReading } from './card-draft.js';
import { readCompany } from './read-company.js';
import { readContact } from './read-contact.js';
import { readPhones } from './read-phones.js';
import { readPlace } from './read-place.js';
import { columnsOf, textsOf, tooLong, type RowTexts } from './row-texts.js';
import { withoutAbsent } from './without-absent.js';

const DEFAULT_PRIORITY = 0;
const HIGHEST_PRIORITY = 1000;
const EMAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/;
const WEBSITE = /^\S+\.\S{2,}$/;

/** From row to card, without a look at anything else: the same row always reads the same. */
export function rowReader(mapping: Mapping, headings: readonly string[]): (row: TableRow) => RowReading {
  const columns = columnsOf(mapping, headings);
  return ({ line, cells, problem }) => {
    if (problem && problem !== 'row.too-short') return { line, problems: [{ code: problem }] };
    const texts = textsOf(cells, columns);
    const reading = readTexts(texts, mapping);
    const problems = problem ? [{ code: problem }, ...reading.problems] : reading.problems;
    return { ...reading, line, problems };
  };
}

type Reading = Omit<RowReading, 'line'>;

function readTexts(texts: RowTexts, mapping: Mapping): Reading {
  const { name } = texts;
  if (name === undefined) return { problems: [{ code: 'name.missing', field: 'name' }] };
  const long = tooLong(texts);
  if (long.length > 0) return { problems: long };
  return worthKeeping(readDraft({ ...texts, name }, mapping));
}

function readDraft(texts: RowTexts & { readonly name: string }, mapping: Mapping): Required<Reading> {
  const { place, problems: inPlace } = readPlace(texts);
  const { company, problems: inCompany } = readCompany(texts);
  const { numbers, unreadable, problems: inPhones } = readPhones(texts, mapping);
  const { priority, problems: inPriority } = readPriority(texts);
  return {
    draft: withoutAbsent({
      workplace: { ...workplaceOf(texts), ...place },
      numbers,
      unreadableNumbers: unreadable,
      company,
      externalId: texts.externalId,
      existingCustomerNumber: texts.existingCustomerNumber,
      priority,
    }),
    problems: [...inPhones, ...inCompany, ...inPlace, ...unlikely(texts), ...inPriority],
  };
}

const workplaceOf = (texts: RowTexts & { readonly name: string }): Workplace => {
  const { name, email, website } = texts;
  return withoutAbsent({ name, email, website, contact: readContact(texts) });
};

/** R19: what looks mistyped stays as it is; whoever imports is told. */
function unlikely({ email, website }: RowTexts): RowProblem[] {
  const problems: RowProblem[] = [];
  if (email !== undefined && !EMAIL.test(email)) problems.push({ code: 'email.unlikely', field: 'email' });
  if (website !== undefined && !WEBSITE.test(website)) problems.push({ code: 'website.unlikely', field: 'website' });
  return problems;
}

/** A whole number from 0 to 1000; a larger one is handed out earlier. */
function readPriority({ priority }: RowTexts): { priority: number; problems: RowProblem[] } {
  if (priority === undefined) return { priority: DEFAULT_PRIORITY, problems: [] };
  const [digits] = /^\d{1,4}(?=(?:[.,]0)?$)/.exec(priority) ?? [];
  const read = Number(digits ?? Number.NaN);
  if (read <= HIGHEST_PRIORITY) return { priority: read, problems: [] };
  return { priority: DEFAULT_PRIORITY, problems: [{ code: 'priority.unreadable', field: 'priority' }] };
}

/** A card without a live number waits for one; without any other trace of the workplace nobody could find one. */
function worthKeeping({ draft, problems }: Required<Reading>): Reading {
  if (draft.numbers.length > 0 || hasTrace(draft)) return { draft, problems };
  const hasPhoneProblem = draft.unreadableNumbers.length > 0;
  return { problems: hasPhoneProblem ? problems : [...problems, { code: 'phone.missing', field: 'phone' }] };
}

const hasTrace = ({ company, workplace }: CardDraft): boolean =>
  [company, workplace.street, workplace.city, workplace.email, workplace.website].some((trace) => trace !== undefined);
