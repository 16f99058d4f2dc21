import { readTruth } from '../data/read-truth.js';
import { readFigures, readMailsUnderWay } from '../engine/figures.js';
import { PowerCuts } from '../engine/power-cuts.js';
import type { ReplayContext, Replayed } from '../replay.js';
import { AttemptsBeyondCap } from './attempts-beyond-cap.js';
import { readBankFile, type Contact } from './bank-file.js';
import { compareBank } from './bank-report.js';
import { cappedCampaign, wholeCampaign, type BankFigures, type BankTruth } from './bank-truth.js';
import { CampaignPlan } from './campaign-plan.js';
import { bankFigures } from './engine-figures.js';
import { openCampaign, type OpenedCampaign } from './open-campaign.js';
import { SimulatedCaller, type Floor } from './simulated-caller.js';
import { settledOutbox } from './outbox.js';
import { slotsFrom } from './slots.js';
import { workSlots } from './work-slots.js';

/** A Monday with no public holiday in the ten weeks after it. */
const FIRST_DATE = '2025-08-04';
const DAY_MS = 24 * 3_600_000;

/** A whole telephone campaign: every attempt made by simulated callers, the engine's reports held against the file. */
export async function replayBank(context: ReplayContext): Promise<Replayed> {
  const contacts = await readBankFile(context.file);
  const slots = slotsFrom(FIRST_DATE);
  const campaign = await openCampaign(context, contacts, slots.next().value);
  const plan = new CampaignPlan(contacts);
  const beyondCap = new AttemptsBeyondCap(plan);
  const powerCuts = powerCutsIn(context, campaign, plan);
  const began = performance.now();
  context.bar.start(plan.left, 0);
  const callers = seated(context, campaign, { plan, beyondCap, powerCuts });
  const lastSlot = await workSlots({ ...campaign, callers, plan, beyondCap }, slotsFrom(FIRST_DATE));
  await powerCuts?.over();
  context.bar.stop();
  const seconds = (performance.now() - began) / 1000;
  const asked = { roundId: campaign.roundId, freshness: campaign.moment.token };
  const figures = bankFigures(await readFigures(context.admin, asked), beyondCap.refused);
  const mails = await mailsAfter(lastSlot, context, campaign);
  const compared = compareBank({ ...figures, ...mails }, await expected(context, contacts));
  const refused = beyondCap.reasons.entries().map(([code, count]) => `${count} attempts refused: ${code}`);
  const killed = powerCuts ? [`every process was killed ${powerCuts.made} times`] : [];
  return { figures: compared, calls: figures.calls, seconds, notes: [...refused, ...killed] };
}

interface Work {
  readonly plan: CampaignPlan;
  readonly beyondCap: AttemptsBeyondCap;
  readonly powerCuts: PowerCuts | undefined;
}

function powerCutsIn(
  { engine, connections, kill }: ReplayContext,
  { clock }: OpenedCampaign,
  { left }: CampaignPlan,
): PowerCuts | undefined {
  return engine && kill > 0 ? new PowerCuts(kill, left, { engine, connections, clock }) : undefined;
}

function seated(
  { cap, bar }: ReplayContext,
  { lead, callers }: OpenedCampaign,
  { plan, beyondCap, powerCuts }: Work,
): readonly SimulatedCaller[] {
  const floor: Floor = {
    plan,
    lead,
    leadAllowsMore: cap === undefined,
    onCall() {
      bar.increment();
      powerCuts?.onCall();
    },
    onExhausted: (card) => beyondCap.add(card),
  };
  return callers.map((desk) => new SimulatedCaller(desk, floor));
}

/** R17: the day after the last call the round is closed, the last regret window has passed, and the mails have gone. */
async function mailsAfter(
  lastSlot: string,
  { admin, engine, outboxLook }: ReplayContext,
  { campaignId, roundId, clock }: OpenedCampaign,
): Promise<Pick<BankFigures, 'mails' | 'mailedOrders' | 'mailsUnderWay'>> {
  if (!engine) return {};
  await clock.moveTo(dayAfter(lastSlot));
  await admin.send({ method: 'POST', path: `/campaigns/${campaignId}/rounds/${roundId}/closing` });
  const underWay = async (): Promise<number> => {
    const { waiting, started, refused } = await readMailsUnderWay(admin, roundId);
    return waiting + started + refused;
  };
  const { mails, orders } = await settledOutbox(engine.outbox, underWay, outboxLook);
  return { mails, mailedOrders: orders, mailsUnderWay: await underWay() };
}

const dayAfter = (instant: string): string => new Date(Date.parse(instant) + DAY_MS).toISOString();

async function expected({ file, cap }: ReplayContext, contacts: readonly Contact[]): Promise<BankFigures> {
  const truth = await readTruth<BankTruth>(file);
  return cap === undefined ? wholeCampaign(truth) : cappedCampaign(truth, contacts, cap);
}
