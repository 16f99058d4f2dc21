import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { InvoiceRuns } from '#processes/invoices/invoice-runs';
import type { Config } from '#runtime/config';
import { saved, type Saved } from '../shared/saved.js';
import { InjectConfig } from '../shared/tokens.js';
import type { InvoiceRunMadeDto } from './invoice.dto.js';
import { runShown } from './runs-shown.js';
import { sellerOf } from './seller.js';

export class MakeInvoiceRun extends Command<Saved<InvoiceRunMadeDto>> {
  constructor(
    readonly issuedOn: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(MakeInvoiceRun)
export class MakeInvoiceRunHandler implements ICommandHandler<MakeInvoiceRun> {
  constructor(
    private readonly runs: InvoiceRuns,
    @InjectConfig() private readonly config: Config,
  ) {}

  async execute({ issuedOn, cause }: MakeInvoiceRun): Promise<Saved<InvoiceRunMadeDto>> {
    const { run, wasMade, done } = await this.runs.make({ issuedOn, seller: sellerOf(this.config) }, cause);
    return saved({ ...runShown({ ...run, isRecorded: true }), wasMade }, ...done);
  }
}
