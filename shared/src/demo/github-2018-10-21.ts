// GitHub: 24 hours of degraded service after a 43-second network partition.
// Facts are from the public reports named in `sources`, in our own words. Factors, safeguards, lessons, effects on people and
// what was decided not to do are our reading of them; owners are invented. Marks are events of their kind, so the first signal
// is `detected`, and the later finding of the component is an observation.
import type { DemoIncident } from "./demo-incident.ts";

const report = "https://github.blog/2018-10-30-oct21-post-incident-analysis/";

/** GitHub: 24 hours of degraded service after a 43-second network partition. */
export const github2018: DemoIncident = {
  id: "github-2018-10-21",
  title: "GitHub: 24 hours of degraded service after a 43-second network partition",
  description:
    "A network partition of 43 seconds moves the databases to the other coast: 24 hours of degraded service.",
  sources: [
    {
      title: "October 21 post-incident analysis",
      publisher: "The GitHub Blog, 2018-10-30",
      url: report,
    },
  ],
  severity: "sev1",
  impactUsers:
    "Degraded service for 24 hours and 11 minutes: stale and inconsistent data, no webhook delivery and no Pages builds for most of the time. No user data was lost; some seconds of writes needed manual reconciliation (954 on one busy cluster).",
  impactPeople:
    "The response ran around the clock for 24 hours. More database engineers were paged, and an estimate given to the public did not hold.",
  detection: "Internal monitoring raised many alerts two minutes after the partition.",
  resolution:
    "Restore from backup, resynchronise, return to the original topology, then work off the backlog of hooks and builds.",
  summary: [
    "Replacing failing optical equipment cut the primary data centre off for 43 seconds.",
    "The failover tool found a quorum elsewhere and made servers on the other coast the new database primaries.",
    "Both coasts then held writes the other lacked, so switching back at once would have lost data.",
    "Applications on one coast could not work with databases on the other coast because of the added latency.",
    "The team chose data integrity over a quick return, restored terabytes from remote backups and let replicas catch up during peak load.",
  ],
  events: [
    {
      at: "2018-10-21T22:52:00Z",
      kind: "change",
      text: "Maintenance on failing 100G optical equipment cuts the link between network hub and primary data centre. It is back after 43 seconds.",
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2018-10-21T22:52:43Z",
      kind: "impact_start",
      text: "The failover tool has moved the database primaries to the west coast; applications start to write there.",
      approx: true,
      evidence: { type: "document", label: "public report", url: report },
    },
    {
      at: "2018-10-21T22:54:00Z",
      kind: "detected",
      text: "Monitoring reports many faults; several people start to sort the incoming alerts.",
      evidence: { type: "alert", label: "internal monitoring" },
    },
    {
      at: "2018-10-21T23:02:00Z",
      kind: "observation",
      text: "First responders see that the topology of many clusters is unexpected: only west coast servers appear.",
      evidence: { type: "log", label: "Orchestrator API query" },
    },
    {
      at: "2018-10-21T23:07:00Z",
      kind: "action",
      text: "Deployment tooling is locked so that nothing else changes.",
    },
    {
      at: "2018-10-21T23:09:00Z",
      kind: "communication",
      text: "Status is set to yellow; this pages the incident coordinator.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054147648930897920",
      },
    },
    { at: "2018-10-21T23:11:00Z", kind: "acknowledged", text: "The incident coordinator joins." },
    {
      at: "2018-10-21T23:13:00Z",
      kind: "communication",
      text: "Status is set to red.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054148705450946560",
      },
    },
    {
      at: "2018-10-21T23:13:30Z",
      kind: "escalated",
      text: "It is clear that several clusters are affected; more database engineers are paged.",
      approx: true,
    },
    {
      at: "2018-10-21T23:15:00Z",
      kind: "decision",
      text: "With more than 30 minutes of new writes in the west, the group decides to fail forward and keep all data, knowing that the site stays slow for many users.",
      approx: true,
    },
    {
      at: "2018-10-21T23:19:00Z",
      kind: "decision",
      text: "Webhook delivery and Pages builds are paused to protect data already received.",
    },
    {
      at: "2018-10-22T00:05:00Z",
      kind: "decision",
      text: "Plan: restore from backups, synchronise both sites, return to a stable topology, then process the queues. Status update published.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054161818652946433",
      },
    },
    {
      at: "2018-10-22T00:41:00Z",
      kind: "action",
      text: "Restores are running for all affected clusters; other teams look for ways to speed up the transfer.",
    },
    {
      at: "2018-10-22T06:51:00Z",
      kind: "observation",
      text: "Several clusters are restored and replicate from the west. The status page gives an estimate of two more hours, based on a straight line.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054264047250608130",
      },
    },
    {
      at: "2018-10-22T07:46:00Z",
      kind: "communication",
      text: "A blog post gives more context. It took longer, since the blog is built with the paused Pages service.",
      evidence: {
        type: "document",
        label: "first public post",
        url: "https://github.blog/2018-10-21-october21-incident-report/",
      },
    },
    {
      at: "2018-10-22T11:12:00Z",
      kind: "action",
      text: "All primaries are back on the east coast; the site is far more responsive, but dozens of replicas are hours behind.",
    },
    {
      at: "2018-10-22T13:15:00Z",
      kind: "observation",
      text: "Close to peak load the replication delay grows instead of shrinking. Additional read replicas are brought in.",
    },
    {
      at: "2018-10-22T16:24:00Z",
      kind: "mitigated",
      text: "Replicas are in sync; failover to the original topology. Status stays red while the backlog is processed.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054408042836606977",
      },
    },
    {
      at: "2018-10-22T16:45:00Z",
      kind: "action",
      text: "Processing of more than five million hook events and 80,000 Pages builds starts. About 200,000 payloads exceed an internal lifetime and are dropped; the lifetime is raised.",
    },
    {
      at: "2018-10-22T23:03:00Z",
      kind: "resolved",
      text: "Backlog processed, integrity confirmed, status green.",
      evidence: {
        type: "chat",
        label: "status post",
        url: "https://twitter.com/githubstatus/status/1054508689560870912",
      },
    },
  ],
  factors: [
    "The primary data centre was cut off for 43 seconds, long enough for the failover tool to act.",
    "The failover tool found a quorum elsewhere and was free to make servers on the other coast the primaries.",
    "Both coasts then held writes that the other lacked, so switching back at once would have lost data.",
    "Applications on one coast cannot work with databases on the other: every query pays for the distance.",
    "Backups lie in remote storage and are large: copying terabytes back takes hours.",
    "Replicas had to catch up while the daily peak wrote on.",
  ],
  safeguards: [
    "Automatic failover: did what it is set up for, and built a topology that the applications cannot use.",
    "Monitoring: raised many alerts within two minutes; eight minutes later people saw what they had in common.",
    "Backups: there, and restored daily as a test.",
    "Binary logs: kept the stranded writes, so that no user data was lost.",
    "Lock on the deployment tooling: kept anything else from changing.",
  ],
  lessons: {
    helped: [
      "Deployments were frozen early.",
      "Backups existed and restores are tested daily.",
      "Binary logs of the stranded writes were kept.",
      "A clear priority: data integrity before speed.",
      "Extra read replicas had already been started hours earlier.",
    ],
    slowed: [
      "Terabytes had to be copied from remote storage.",
      "Applications could not cope with cross-country latency.",
      "The status page knew only three colours.",
      "Estimates assumed a straight line, recovery followed a curve.",
      "Our own blog depended on a service that was paused.",
    ],
    differently: [
      "We could keep failover within one region.",
      "We could communicate through a channel that does not depend on our own product.",
      "We could show the state of each component to users.",
    ],
    knowledge: [
      "The failover tool could build topologies the applications cannot use.",
      "A full cluster rebuild from backup takes many hours.",
      "Queued hooks have a lifetime.",
      "Catch-up time depends on live write load.",
    ],
  },
  actions: [
    {
      text: "Configure the failover tool so that primaries stay within a region",
      owner: "Robin",
      type: "prevent",
      strength: "strong",
    },
    {
      text: "Introduce a status page with separate components",
      owner: "Alex",
      type: "respond",
      strength: "intermediate",
    },
    {
      text: "Support serving traffic from several data centres at once",
      owner: "Noa",
      type: "mitigate",
      strength: "strong",
    },
    {
      text: "Validate failure scenarios regularly with fault injection",
      owner: "Sascha",
      type: "learn",
      strength: "strong",
    },
    {
      text: "Reconcile the writes left on the east coast, contact affected users where needed",
      owner: "Robin",
      type: "mitigate",
      strength: "weak",
    },
    {
      text: "Make sure updates can be published while the own platform is restricted",
      owner: "Alex",
      type: "respond",
      strength: "intermediate",
    },
  ],
  declined: [
    "Switching back to the east coast at once: it would have lost the writes that only the west coast had. Integrity of data comes before speed.",
  ],
};
