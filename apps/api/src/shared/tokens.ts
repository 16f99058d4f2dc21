import { Inject } from '@nestjs/common';

/** What has no class of its own to be asked for by. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');

export const InjectConfig = (): ParameterDecorator => Inject(CONFIG);
export const InjectLogger = (): ParameterDecorator => Inject(LOGGER);
