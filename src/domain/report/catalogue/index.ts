import type { Report } from '../report.ts';
import { agentPerformance } from './agent-performance.ts';
import { agentReplies } from './agent-replies.ts';
import { backlog } from './backlog.ts';
import { ces } from './ces.ts';
import { chatWait } from './chat-wait.ts';
import { churn } from './churn.ts';
import { costPerTicket } from './cost-per-ticket.ts';
import { csat } from './csat.ts';
import { customerReplyTime } from './customer-reply-time.ts';
import { customerWait } from './customer-wait.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstReply } from './first-reply.ts';
import { handleTime } from './handle-time.ts';
import { hoursAvailability } from './hours-availability.ts';
import { maxAvailable } from './max-available.ts';
import { messagesByHour } from './messages-by-hour.ts';
import { nps } from './nps.ts';
import { reopens } from './reopens.ts';
import { repAvailability } from './rep-availability.ts';
import { replyTime } from './reply-time.ts';
import { slaBreaches } from './sla-breaches.ts';
import { slaByAgent } from './sla-by-agent.ts';
import { slaByChannel } from './sla-by-channel.ts';
import { slaByMarketplace } from './sla-by-marketplace.ts';
import { slaOverview } from './sla-overview.ts';
import { supportCostRatio } from './support-cost-ratio.ts';
import { supportVolume } from './support-volume.ts';
import { ticketReplies } from './ticket-replies.ts';
import { timeInPipeline } from './time-in-pipeline.ts';
import { timeToClose } from './time-to-close.ts';
import { utilisation } from './utilisation.ts';

/** Every report of the catalogue, once, theme by theme. */
export const reports: readonly Report[] = [
  csat,
  nps,
  ces,
  timeToClose,
  chatWait,
  supportVolume,
  timeInPipeline,
  agentPerformance,
  firstContactResolution,
  handleTime,
  reopens,
  firstReply,
  replyTime,
  agentReplies,
  customerReplyTime,
  customerWait,
  ticketReplies,
  messagesByHour,
  slaOverview,
  slaByAgent,
  slaByChannel,
  slaByMarketplace,
  slaBreaches,
  hoursAvailability,
  maxAvailable,
  repAvailability,
  utilisation,
  backlog,
  churn,
  costPerTicket,
  supportCostRatio,
];
