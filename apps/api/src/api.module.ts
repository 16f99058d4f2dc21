import { Module, type DynamicModule } from '@nestjs/common';
import { ControlledClock, SystemClock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { makeDataFolder } from '#runtime/data-folder';
import { openInstallation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import type { Logger } from '#runtime/logger';
import { readPepper } from '#runtime/pepper';
import { openLog } from '#stores/open-log';
import { openReadStore } from '#stores/open-views';
import { AccountModule } from './accounts/account.module.js';
import { BlockModule } from './blocks/block.module.js';
import { BounceModule } from './bounces/bounce.module.js';
import { CampaignModule } from './campaigns/campaign.module.js';
import { CaseModule } from './cases/case.module.js';
import { CardModule } from './cards/card.module.js';
import { BlockListModule } from './blocks/block-list.module.js';
import { BoardModule } from './boards/board.module.js';
import { ExportModule } from './exports/export.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { ImportModule } from './imports/import.module.js';
import { InvoiceModule } from './invoices/invoice.module.js';
import { LockModule } from './locks/lock.module.js';
import { OutcomeModule } from './outcomes/outcome.module.js';
import { OrderModule } from './orders/order.module.js';
import { RenewalModule } from './renewals/renewal.module.js';
import { ReportModule } from './reports/report.module.js';
import { SearchModule } from './search/search.module.js';
import { ServingModule } from './serving/serving.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PartsModule, type Parts } from './shared/parts.module.js';

/** The slices of the API over whatever stores it is given. */
@Module({})
export class ApiModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PartsModule.of(parts),
        OperationsModule.with(parts.clock),
        AccountModule,
        CampaignModule,
        CardModule,
        BlockModule,
        LockModule,
        ServingModule,
        OutcomeModule,
        OrderModule,
        BounceModule,
        CaseModule,
        InvoiceModule,
        RenewalModule,
        FiguresModule,
        ReportModule,
        BlockListModule,
        BoardModule,
        ImportModule,
        SearchModule,
        ExportModule,
      ],
    };
  }
}

/** What the configuration names, opened. @throws PepperDiffers */
export async function openParts(config: Config, logger: Logger): Promise<Parts> {
  await makeDataFolder(config.dataDir);
  const hash = new KeyedHash(await readPepper(config));
  const now = new SystemClock().now();
  const clock = config.clock === 'controlled' ? new ControlledClock(now) : new SystemClock();
  const store = await openLog(config, { report: (facts, message) => logger.info(facts, message) });
  const views = await openReadStore(config);
  const installation = await openInstallation(store, hash.fingerprint, now);
  return { config, logger, clock, store, views, hash, installation };
}
