import type { Instant } from '#events/contracts/index';
import { CaseFinder } from '#processes/finding/case-finder';
import { cases } from '#read-models/cases/cases.projection';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsCaseFinder extends CaseFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async *untouchedBy(at: Instant): AsyncGenerator<readonly string[]> {
    for await (const page of pagesOf(this.views, cases, { index: 'untouched', to: at })) {
      yield page.map(({ key }) => key);
    }
  }
}
