import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EventStore } from '#events/store/event-store';
import { ReadStore } from '#read-models/store/read-store';
import { PublicByConfig, Public, Roles } from '../shared/access.decorators.js';
import { HealthDto } from './operations.dto.js';
import { Metrics } from './metrics.js';

/** How long readiness waits for the read models to show that they can be read; they need not be level with the log. */
const NO_WAIT_MS = 0;

@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadStore,
    private readonly metrics: Metrics,
  ) {}

  @Get('health')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ type: HealthDto })
  health(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'Log and read models can be read' })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    await this.store.head();
    await this.views.waitUntil(0n, NO_WAIT_MS);
    return { status: 'ok' };
  }

  @Get('metrics')
  @Roles('service', 'admin')
  @PublicByConfig('metricsPublic')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Measurements in the Prometheus text format' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
