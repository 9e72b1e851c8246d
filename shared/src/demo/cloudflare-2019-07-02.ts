// Cloudflare: global 502 errors after a firewall rule update.
// Facts are from the public reports named in `sources`, in our own words. Factors, safeguards, lessons, effects on people and
// what was decided not to do are our reading of them; owners are invented. Marks are events of their kind, so the first signal
// is `detected`, and the later finding of the component is an observation.
import type { DemoIncident } from "./demo-incident.ts";

const report = "https://blog.cloudflare.com/details-of-the-cloudflare-outage-on-july-2-2019/";

/** Cloudflare: global 502 errors after a firewall rule update. */
export const cloudflare2019: DemoIncident = {
  id: "cloudflare-2019-07-02",
  title: "Cloudflare: global 502 errors after a firewall rule update",
  description:
    "A firewall rule in simulate mode uses up every core of a global network: 27 minutes of 502 errors.",
  sources: [
    {
      title: "Details of the Cloudflare outage on July 2, 2019",
      publisher: "Cloudflare Blog",
      url: report,
    },
    {
      title: "Cloudflare global outage on July 2, 2019",
      publisher: "postmortems.app",
      url: "https://www.postmortems.app/",
    },
  ],
  severity: "sev1",
  impactUsers:
    "For 27 minutes most requests to sites behind the network answered 502. About 80 % of traffic was lost at the worst point. Dashboard and API were unreachable for customers as well, because they run behind the same edge.",
  impactPeople:
    "Pages came from all over the world within minutes, and the first idea was an attack. When the component was found, the same outage kept people out of the tools to act on it.",
  detection:
    "A synthetic firewall test paged three minutes after the rollout; many further alerts followed at once.",
  resolution:
    "The managed firewall rules were switched off globally, then the rule was rolled back, tested on a small slice and the rules were switched on again.",
  summary: [
    "A new detection rule for cross-site scripting went to all machines within seconds through the fast configuration channel.",
    "The rule was in simulate mode: it blocked nothing, but it still ran on every request.",
    "One pattern in it backtracked heavily and used up the CPU of all cores that serve HTTP.",
    "A guard against such patterns had been lost some weeks earlier during a refactoring that was meant to reduce CPU use.",
    "The test suite checked what rules match, not how much CPU they need; the staged rollout used for other software does not apply to firewall rules, so that new threats can be answered fast.",
    "Internal tools sat behind the affected products, so reaching the global switch took several minutes.",
  ],
  events: [
    {
      at: "2019-07-02T13:31:00Z",
      kind: "change",
      text: "A pull request with the new rules is merged after approval.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T13:37:00Z",
      kind: "change",
      text: "The build server builds the rules; all tests are green.",
      evidence: { type: "build", label: "TeamCity build, green" },
    },
    {
      at: "2019-07-02T13:42:00Z",
      kind: "impact_start",
      text: "Automatic rollout of the rules to the whole network begins. CPU use rises on all machines that serve HTTP.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T13:45:00Z",
      kind: "detected",
      text: "First page: the synthetic test of the firewall fails.",
      evidence: { type: "alert", label: "PagerDuty: WAF synthetic test" },
    },
    {
      at: "2019-07-02T13:46:00Z",
      kind: "alert",
      text: "Further pages: end-to-end tests fail, global drop in traffic, many 502 responses, CPU alarms from locations worldwide.",
      approx: true,
    },
    {
      at: "2019-07-02T13:48:00Z",
      kind: "escalated",
      text: "The reliability team declares the highest incident level and gathers people.",
      approx: true,
    },
    {
      at: "2019-07-02T13:50:00Z",
      kind: "hypothesis",
      text: "First idea in the room: an attack of an unknown kind.",
      approx: true,
    },
    {
      at: "2019-07-02T13:52:00Z",
      kind: "observation",
      text: "Solutions engineering reports a loss of about 80 % of traffic.",
      approx: true,
    },
    {
      at: "2019-07-02T13:58:00Z",
      kind: "observation",
      text: "Live CPU profile, strace and error logs from three people all point to the firewall.",
      approx: true,
      evidence: { type: "metric", label: "live CPU profile of one edge machine" },
    },
    {
      at: "2019-07-02T14:00:00Z",
      kind: "observation",
      text: "The firewall is identified as the component; an attack is ruled out.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T14:02:00Z",
      kind: "decision",
      text: "Proposal to use the global switch for the managed rules; the group agrees.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T14:03:00Z",
      kind: "observation",
      text: "The internal control panel does not accept logins, because the access product is down too. Some accounts are also locked for lack of recent use.",
      approx: true,
    },
    {
      at: "2019-07-02T14:05:00Z",
      kind: "action",
      text: "A rarely used bypass is set up to reach the internal tools.",
      approx: true,
    },
    {
      at: "2019-07-02T14:07:00Z",
      kind: "action",
      text: "The managed rules are switched off worldwide.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T14:09:00Z",
      kind: "mitigated",
      text: "Traffic and CPU are back to normal levels worldwide. The firewall rules remain off.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-02T14:30:00Z",
      kind: "action",
      text: "The rule is rolled back and checked with part of the traffic in a single city, after paying customers were moved away from it.",
      approx: true,
    },
    {
      at: "2019-07-02T14:52:00Z",
      kind: "resolved",
      text: "Cause and fix are confirmed; the managed rules are switched on again worldwide.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2019-07-12T15:45:00Z",
      kind: "communication",
      text: "The detailed report is published.",
      evidence: { type: "document", label: "public report", url: report },
    },
  ],
  factors: [
    "A pattern in the rule could need far more steps than its input is long, and used up the CPU of every core that serves HTTP.",
    "A guard against such patterns had been lost some weeks earlier, in a refactoring that was meant to reduce CPU use.",
    "Simulate mode blocks nothing, but runs the rule on every request.",
    "The test suite checks what rules match, not how much CPU they need.",
    "Firewall rules go to all machines within seconds, so that new threats can be answered fast; the staged rollout of other software does not apply to them.",
    "Dashboard, API and internal tools run behind the same products that were down.",
  ],
  safeguards: [
    "Approval of the pull request: given; it does not measure what a rule costs.",
    "Tests on the build server: all green, because they look at matches.",
    "Simulate mode: kept the rule from blocking, not from running.",
    "The CPU guard for expressions: gone with a refactoring, and listed nowhere as a guard.",
    "Staged rollout: not there for firewall rules, on purpose.",
    "Synthetic tests from outside: caught it after three minutes.",
  ],
  lessons: {
    helped: [
      "Outside-in synthetic tests paged within three minutes.",
      "One global switch existed for exactly this component.",
      "Three teams measured independently and reached the same component.",
      "The fast configuration channel also made the switch-off fast.",
    ],
    slowed: [
      "Internal tools depended on the products that were down.",
      "The bypass had rarely been used.",
      "Some logins had expired through a safety feature.",
      "The symptoms looked like an attack at first.",
      "The status page could not be updated quickly.",
    ],
    differently: [
      "We could release rule updates in stages unless a threat is urgent.",
      "We could keep a way into the control panel that does not use our own edge.",
      "We could practise the bypass regularly.",
    ],
    knowledge: [
      "Simulate mode still costs CPU.",
      "Green tests say nothing about CPU cost.",
      "A refactoring had taken out a guard nobody listed as a guard.",
      "Step counts of a pattern can grow faster than the input.",
    ],
  },
  actions: [
    {
      text: "Put the CPU guard for expressions back",
      owner: "Robin",
      type: "mitigate",
      strength: "strong",
      done: true,
    },
    {
      text: "Inspect all 3,868 managed rules for heavy backtracking",
      owner: "Alex",
      type: "detect",
      strength: "weak",
      done: true,
    },
    {
      text: "Measure the cost of every rule in the test suite",
      owner: "Noa",
      type: "detect",
      strength: "strong",
      due: "2019-07-19",
    },
    {
      text: "Move to an expression engine with guaranteed run time",
      owner: "Sascha",
      type: "prevent",
      strength: "strong",
      due: "2019-07-31",
    },
    {
      text: "Roll out rules in stages, keep a fast lane for active attacks",
      owner: "Robin",
      type: "prevent",
      strength: "intermediate",
    },
    {
      text: "Provide an emergency path to take dashboard and API off the edge",
      owner: "Alex",
      type: "respond",
      strength: "strong",
    },
    {
      text: "Automate status page updates",
      owner: "Noa",
      type: "respond",
      strength: "intermediate",
    },
  ],
  declined: [
    "Staged rollout for every single rule: rules against an attack that is going on keep a fast lane.",
  ],
};
