import type { Readable } from 'node:stream';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '#events/store/event-store';
import { accountList } from '#read-models/account-list/account-list.projection';
import { rounds } from '#read-models/rounds/rounds.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { ReadStore, type Range } from '#read-models/store/read-store';
import type { Row } from '#read-models/store/row';
import type { View } from '#read-models/store/view';
import { Clock } from '#runtime/clock';
import { csvStream } from '../shared/csv.js';
import type { Language } from '../texts/texts.js';
import { accountsExport } from './accounts.export.js';
import { blocksExport } from './blocks.export.js';
import { callbacksExport } from './callbacks.export.js';
import { cardsExport } from './cards.export.js';
import { linesOf, type ExportTable, type Telling } from './export-table.js';
import { casesExport } from './cases.export.js';
import { ordersExport } from './orders.export.js';
import { outcomesExport } from './outcomes.export.js';
import { roundsExport } from './rounds.export.js';

const TABLES = {
  cards: cardsExport,
  outcomes: outcomesExport,
  orders: ordersExport,
  cases: casesExport,
  blocks: blocksExport,
  callbacks: callbacksExport,
  rounds: roundsExport,
  accounts: accountsExport,
} as const;

export type ExportName = keyof typeof TABLES;

export class WriteExport extends Query<Readable> {
  constructor(
    readonly name: ExportName,
    readonly language: Language,
  ) {
    super();
  }
}

@QueryHandler(WriteExport)
export class WriteExportHandler implements IQueryHandler<WriteExport> {
  constructor(
    private readonly views: ReadStore,
    private readonly log: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute({ name, language }: WriteExport): Promise<Readable> {
    // The cast: what a table tells of its rows is known to the table alone.
    const table = TABLES[name] as ExportTable<unknown>;
    const telling = await this.telling(language);
    const pages = await begun(table.pages({ views: this.views, log: this.log }));
    return csvStream(linesOf(table, pages, telling));
  }

  private async telling(language: Language): Promise<Telling> {
    const accounts = await this.byId(accountList, { index: 'by-username' }, ({ displayName }) => displayName);
    const roundNames = await this.byId(rounds, { index: 'newest' }, ({ name }) => name);
    return {
      language,
      now: this.clock.now(),
      accountName: (id = '') => accounts.get(id),
      roundName: (id = '') => roundNames.get(id),
    };
  }

  private async byId<R extends Row>(view: View<R>, range: Range<R>, nameOf: (row: R) => string) {
    const names = new Map<string, string>();
    for await (const page of pagesOf(this.views, view, range)) for (const row of page) names.set(row.key, nameOf(row));
    return names;
  }
}

/** The first page is read before anything is answered, so that a view that cannot be read is still told as such. */
async function begun<T>(pages: AsyncIterable<T>): Promise<AsyncGenerator<T>> {
  const reading = pages[Symbol.asyncIterator]();
  const first = await reading.next();
  return (async function* () {
    try {
      for (let page = first; page.done !== true; page = await reading.next()) yield page.value;
    } finally {
      await reading.return?.();
    }
  })();
}
