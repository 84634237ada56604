import type { Kpi } from './kpi.ts';
import { agentReplies } from './kpis/agent-replies.ts';
import { agentUtilisation } from './kpis/agent-utilisation.ts';
import { availability } from './kpis/availability.ts';
import { availabilityInHours } from './kpis/availability-in-hours.ts';
import { availabilityOutOfHours } from './kpis/availability-out-of-hours.ts';
import { backlog } from './kpis/backlog.ts';
import { backlogAge } from './kpis/backlog-age.ts';
import { ces } from './kpis/ces.ts';
import { chatSuccess } from './kpis/chat-success.ts';
import { chatWaitTime } from './kpis/chat-wait-time.ts';
import { checkSuccess } from './kpis/check-success.ts';
import { churnRate } from './kpis/churn-rate.ts';
import { concurrency } from './kpis/concurrency.ts';
import { costPerTicket } from './kpis/cost-per-ticket.ts';
import { csat } from './kpis/csat.ts';
import { csatAverage } from './kpis/csat-average.ts';
import { csatDistribution } from './kpis/csat-distribution.ts';
import { customerMessages } from './kpis/customer-messages.ts';
import { customerReplyTime } from './kpis/customer-reply-time.ts';
import { customerWaitTime } from './kpis/customer-wait-time.ts';
import { firstContactResolution } from './kpis/first-contact-resolution.ts';
import { firstReplyTime } from './kpis/first-reply-time.ts';
import { firstResolutionTime } from './kpis/first-resolution-time.ts';
import { fullResolutionTime } from './kpis/full-resolution-time.ts';
import { handleTime } from './kpis/handle-time.ts';
import { incidentResponseTime } from './kpis/incident-response-time.ts';
import { maxAgentsAvailable } from './kpis/max-agents-available.ts';
import { mergeRate } from './kpis/merge-rate.ts';
import { messagesByHour } from './kpis/messages-by-hour.ts';
import { nps } from './kpis/nps.ts';
import { overrun } from './kpis/overrun.ts';
import { recoveryTime } from './kpis/recovery-time.ts';
import { reopenRate } from './kpis/reopen-rate.ts';
import { repliesPerTicket } from './kpis/replies-per-ticket.ts';
import { replyTime } from './kpis/reply-time.ts';
import { resourcesUsed } from './kpis/resources-used.ts';
import { slaAtRisk } from './kpis/sla-at-risk.ts';
import { slaBreaches } from './kpis/sla-breaches.ts';
import { slaCompliance } from './kpis/sla-compliance.ts';
import { sourceSla } from './kpis/source-sla.ts';
import { spamRate } from './kpis/spam-rate.ts';
import { supportCostRatio } from './kpis/support-cost-ratio.ts';
import { surveyResponseRate } from './kpis/survey-response-rate.ts';
import { targetUsed } from './kpis/target-used.ts';
import { ticketsClosed } from './kpis/tickets-closed.ts';
import { ticketsCreated } from './kpis/tickets-created.ts';
import { ticketsSolved } from './kpis/tickets-solved.ts';
import { timeInStage } from './kpis/time-in-stage.ts';
import { timeToClose } from './kpis/time-to-close.ts';
import { transferRate } from './kpis/transfer-rate.ts';
import { uptime } from './kpis/uptime.ts';

/** Every KPI, once, in the order in which people read them. */
export const kpis: readonly Kpi[] = [
  ticketsCreated,
  ticketsSolved,
  ticketsClosed,
  backlog,
  backlogAge,
  firstReplyTime,
  replyTime,
  customerReplyTime,
  customerWaitTime,
  chatWaitTime,
  firstResolutionTime,
  fullResolutionTime,
  timeToClose,
  timeInStage,
  handleTime,
  repliesPerTicket,
  agentReplies,
  customerMessages,
  messagesByHour,
  firstContactResolution,
  reopenRate,
  transferRate,
  mergeRate,
  spamRate,
  slaCompliance,
  slaBreaches,
  slaAtRisk,
  overrun,
  targetUsed,
  sourceSla,
  chatSuccess,
  csat,
  csatAverage,
  csatDistribution,
  surveyResponseRate,
  nps,
  ces,
  agentUtilisation,
  concurrency,
  resourcesUsed,
  availability,
  availabilityInHours,
  availabilityOutOfHours,
  maxAgentsAvailable,
  churnRate,
  costPerTicket,
  supportCostRatio,
  uptime,
  incidentResponseTime,
  recoveryTime,
  checkSuccess,
];
