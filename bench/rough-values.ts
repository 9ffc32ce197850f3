import type { BacktestTask } from '../src/domain/backtest-report.ts';

/** Mean reciprocal rank that a first rough version reached on each pack: what a good one has to beat clearly. */
export const roughMrr: Record<string, number> = {
  'assign-jira-a-ambari': 0.667,
  'assign-jira-a-datalab': 0.642,
  'assign-jira-a-geode': 0.657,
  'assign-jira-a-hdds': 0.746,
  'docs-angle': 0.334,
  'docs-gopls': 0.468,
  'docs-kafka': 0.438,
  'docs-libuv': 0.35,
  'labels-go': 0.542,
  'labels-jira-a-ambari': 0.911,
  'labels-jira-a-datalab': 0.952,
  'labels-jira-a-geode': 0.779,
  'labels-jira-a-hdds': 0.752,
  'labels-nlbse24-dev-bitcoin': 0.819,
  'labels-nlbse24-dev-opencv': 0.825,
  'labels-nlbse24-dev-react': 0.853,
  'labels-nlbse24-dev-tensorflow': 0.825,
  'labels-nlbse24-dev-vscode': 0.839,
  'related-go': 0.388,
  'related-hadoop': 0.505,
  'related-openoffice': 0.492,
  'rev-android-revfinder': 0.753,
  'rev-angle': 0.772,
  'rev-dpdk': 0.792,
  'rev-go-tools': 0.789,
  'rev-kafka': 0.669,
  'rev-libuv': 0.848,
  'rev-mediawiki': 0.67,
  'rev-optee': 0.847,
  'rev-qtdeclarative': 0.704,
  'rev-rocksdb': 0.548,
};

/** What the packs of each kind ask, by how their names begin. */
export const packTasks: { prefix: string; task: BacktestTask }[] = [
  { prefix: 'rev-', task: 'reviewers' },
  { prefix: 'assign-', task: 'assignees' },
  { prefix: 'labels-', task: 'labels' },
  { prefix: 'related-', task: 'related' },
  { prefix: 'docs-', task: 'related' },
];
