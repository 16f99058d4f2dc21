import { createTransport } from 'nodemailer';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { foldOf } from '#domain/shared/decider';
import { mailOf } from '#processes/mail/envelope';
import { letterOf } from '#processes/mail/letter/letter';
import { SELLER } from '../seed/names.js';
import { registered } from '../seed/orders.js';

/** As many as the product keeps open. */
const CONNECTIONS = 5;
const [url = '', count = '0'] = process.argv.slice(2);

const order = foldOf(orderDecider, [registered(0)]);
if (order.status === 'unregistered') throw new Error('the seed holds no order');
const letter = letterOf(order, { name: SELLER.name });
const message = { orderId: 'order', attemptId: 'attempt', to: order.form.email, letter };
const transport = createTransport({ pool: true, url, maxConnections: CONNECTIONS });

// To the process that started this one, which counts what arrives.
process.stdout.write('sending\n');
await Promise.all(
  Array.from({ length: Number(count) }, () =>
    transport.sendMail(mailOf(message, { name: SELLER.name, address: SELLER.email })),
  ),
);
transport.close();
