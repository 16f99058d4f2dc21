import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { mailDefinitions, mailGroupDefinitions } from '#read-models/reports/mail-definitions';
import { readMails, type Mails } from '#read-models/reports/read-mails';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { behindPath } from './behind.js';
import type { MailReportDto, MailsDto } from './mail-report.dto.js';
import { percentOf } from './percent.js';
import type { MailReportAskedDto } from './reports-asked.dto.js';

const definitions = { groups: mailGroupDefinitions, measures: mailDefinitions };

export class GetMailReport extends Query<MailReportDto> {
  constructor(readonly asked: MailReportAskedDto) {
    super();
  }
}

@QueryHandler(GetMailReport)
export class GetMailReportHandler implements IQueryHandler<GetMailReport> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked }: GetMailReport): Promise<MailReportDto> {
    const roundIds = await this.rounds.orEvery(asked);
    const { groups, totals } = await readMails(this.views, { ...asked, roundIds }, asked.groupBy ?? []);
    const rows = groups.map(({ group, measures }) => ({
      ...group,
      ...mailsShown(measures),
      behind: behindPath('mail', asked, group),
    }));
    return { rows: await withNames(this.views, rows), totals: mailsShown(totals), definitions };
  }
}

function mailsShown(mails: Mails): MailsDto {
  const sentPercent = percentOf(mails.sent, mails.orders - mails.withoutAddress - mails.cancelled);
  return { ...mails, ...(sentPercent !== undefined && { sentPercent }) };
}
