import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CaseRow } from '#read-models/cases/case-row';
import { cases } from '#read-models/cases/cases.projection';
import { ReadStore, type Range } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { CasesDto } from './case.dto.js';
import type { CasesAskedDto } from './case-requests.dto.js';
import { CasesNeedOneFilter } from './cases.errors.js';
import { caseShown, namesIn } from './cases-shown.js';

const ON_A_PAGE = 50;

export class ListCases extends Query<CasesDto> {
  constructor(
    readonly asked: CasesAskedDto,
    readonly askedBy: string,
  ) {
    super();
  }
}

/** What an index is sought with, and how many fields of it a cursor holds, the key included. */
interface Sought {
  readonly range: Range<CaseRow>;
  readonly cursorLength: number;
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked, askedBy }: ListCases): Promise<CasesDto> {
    const { after, limit = ON_A_PAGE } = asked;
    const { range, cursorLength } = soughtWith(asked, askedBy);
    const cursor = after !== undefined && { after: cursorOf(after, cursorLength) };
    const { rows, next } = await this.views.seek(cases, { ...range, ...cursor, limit });
    const names = await namesIn(
      this.views,
      rows.map(({ state }) => state),
    );
    const now = this.clock.now();
    const shown = rows.map(({ key, state }) => caseShown(key, state, names, now));
    return next ? { cases: shown, next: cursorText(next) } : { cases: shown };
  }
}

/** @throws CasesNeedOneFilter */
function soughtWith({ status, kind, mine, cardId, orderId }: CasesAskedDto, askedBy: string): Sought {
  const sought: Sought[] = [
    ...(status === undefined ? [] : [ofStatus(status)]),
    ...(kind === undefined ? [] : [open('open-of-kind', { openKind: kind })]),
    ...(mine === true ? [open('open-of-owner', { ownerId: askedBy })] : []),
    ...(cardId === undefined ? [] : [newestFirst({ index: 'of-card', equals: { cardId } })]),
    ...(orderId === undefined ? [] : [newestFirst({ index: 'of-order', equals: { orderId } })]),
  ];
  const [only = open('open', {}), ...others] = sought;
  if (others.length > 0) throw new CasesNeedOneFilter();
  return only;
}

const ofStatus = (status: 'new' | 'taken' | 'done'): Sought =>
  status === 'done' ? newestFirst({ index: 'done' }) : open('open-of-status', { openStatus: status });

/** By rank, then by age. */
const open = (index: string, equals: NonNullable<Range<CaseRow>['equals']>): Sought => ({
  range: { index, equals },
  cursorLength: 3,
});

const newestFirst = (range: Range<CaseRow>): Sought => ({ range, cursorLength: 2 });
