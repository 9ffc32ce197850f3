import type { Area } from './people.ts';

/** Where the work of an area lies, and the words its commits are made of. */
export interface AreaWork {
  label: string;
  paths: string[];
  /** `VERB NOUN` makes a commit's subject. */
  nouns: string[];
}

export const areas: Record<Area, AreaWork> = {
  scheduler: {
    label: 'area: scheduler',
    paths: [
      'lumen/scheduler/batcher.py',
      'lumen/scheduler/policy.py',
      'lumen/scheduler/preemption.py',
      'lumen/scheduler/queue.py',
      'tests/scheduler/test_batcher.py',
    ],
    nouns: [
      'continuous batching',
      'chunked prefill',
      'preemption order',
      'waiting queue',
      'fairness between tenants',
      'request deadlines',
    ],
  },
  kernels: {
    label: 'area: kernels',
    paths: [
      'csrc/attention/paged_attention.cu',
      'csrc/attention/flash_decode.cu',
      'csrc/gemm/grouped_gemm.cu',
      'csrc/common/launch.h',
      'lumen/kernels/bindings.py',
      'tests/kernels/test_attention.py',
    ],
    nouns: [
      'paged attention',
      'split-k decode',
      'grouped GEMM',
      'shared memory use',
      'warp reductions',
      'launch bounds',
    ],
  },
  quant: {
    label: 'area: quantization',
    paths: [
      'lumen/quant/awq.py',
      'lumen/quant/gptq.py',
      'lumen/quant/fp8.py',
      'lumen/quant/calibration.py',
      'csrc/quant/int4_dequant.cu',
      'tests/quant/test_awq.py',
    ],
    nouns: ['AWQ scales', 'INT4 dequantisation', 'FP8 KV scales', 'calibration data', 'GPTQ act-order', 'group sizes'],
  },
  cache: {
    label: 'area: kv-cache',
    paths: [
      'lumen/cache/block_manager.py',
      'lumen/cache/prefix_cache.py',
      'lumen/cache/eviction.py',
      'lumen/cache/swap.py',
      'tests/cache/test_block_manager.py',
    ],
    nouns: ['block tables', 'prefix reuse', 'LRU eviction', 'host swap', 'reference counts of blocks', 'copy on write'],
  },
  server: {
    label: 'area: server',
    paths: [
      'lumen/server/openai_api.py',
      'lumen/server/streaming.py',
      'lumen/server/auth.py',
      'lumen/server/app.py',
      'tests/server/test_openai_api.py',
    ],
    nouns: [
      'chat completions',
      'server-sent events',
      'request validation',
      'graceful shutdown',
      'tool calls',
      'client disconnects',
    ],
  },
  tokenizer: {
    label: 'area: tokenizer',
    paths: [
      'lumen/tokenizer/detokenize.py',
      'lumen/tokenizer/chat_template.py',
      'lumen/tokenizer/registry.py',
      'tests/tokenizer/test_detokenize.py',
    ],
    nouns: [
      'incremental detokenisation',
      'byte fallback',
      'chat templates',
      'special tokens',
      'CJK text',
      'added vocabulary',
    ],
  },
  distributed: {
    label: 'area: distributed',
    paths: [
      'lumen/distributed/tensor_parallel.py',
      'lumen/distributed/pipeline.py',
      'lumen/distributed/rendezvous.py',
      'lumen/distributed/collectives.py',
      'tests/distributed/test_tensor_parallel.py',
    ],
    nouns: [
      'tensor parallel groups',
      'pipeline stages',
      'rendezvous timeouts',
      'all-reduce overlap',
      'NCCL settings',
      'uneven shards',
    ],
  },
  docs: {
    label: 'documentation',
    paths: [
      'docs/index.md',
      'docs/guides/openai-server.md',
      'docs/guides/prefix-caching.md',
      'docs/guides/quantization.md',
      'docs/guides/multi-node.md',
      'docs/troubleshooting.md',
    ],
    nouns: ['installation notes', 'server guide', 'troubleshooting', 'multi-node guide', 'links', 'examples'],
  },
  models: {
    label: 'area: models',
    paths: [
      'lumen/models/llama.py',
      'lumen/models/mixtral.py',
      'lumen/models/qwen.py',
      'lumen/loader/safetensors.py',
      'lumen/loader/weights.py',
      'tests/models/test_loading.py',
    ],
    nouns: [
      'weight loading',
      'rope scaling',
      'mixture-of-experts routing',
      'sharded checkpoints',
      'tied embeddings',
      'sliding window',
    ],
  },
  packaging: {
    label: 'area: packaging',
    paths: [
      'pyproject.toml',
      '.github/workflows/test.yml',
      '.github/workflows/wheels.yml',
      'docker/Dockerfile',
      'CMakeLists.txt',
    ],
    nouns: ['wheel builds', 'CUDA 12 images', 'build isolation', 'CI caching', 'release workflow', 'compiler flags'],
  },
  metrics: {
    label: 'area: observability',
    paths: [
      'lumen/metrics/prometheus.py',
      'lumen/metrics/tracing.py',
      'lumen/metrics/usage.py',
      'tests/metrics/test_prometheus.py',
    ],
    nouns: ['latency histograms', 'queue depth gauge', 'trace spans', 'token accounting', 'label cardinality'],
  },
  sampling: {
    label: 'area: sampling',
    paths: [
      'lumen/sampling/sampler.py',
      'lumen/sampling/grammar.py',
      'lumen/sampling/speculative.py',
      'lumen/sampling/penalties.py',
      'tests/sampling/test_grammar.py',
    ],
    nouns: [
      'JSON grammars',
      'speculative decoding',
      'repetition penalty',
      'seeded sampling',
      'logit bias',
      'top-p ties',
    ],
  },
  clients: {
    label: 'area: clients',
    paths: [
      'clients/python/lumen_client/session.py',
      'clients/python/lumen_client/stream.py',
      'clients/js/src/index.ts',
      'clients/js/src/stream.ts',
    ],
    nouns: ['retry policy', 'async iterator', 'timeouts', 'type hints', 'abort signals'],
  },
  vision: {
    label: 'area: vision',
    paths: [
      'lumen/vision/preprocess.py',
      'lumen/vision/projector.py',
      'lumen/vision/tiling.py',
      'tests/vision/test_preprocess.py',
    ],
    nouns: ['image tiling', 'vision projector', 'pixel batching', 'aspect ratios', 'image placeholders'],
  },
};

export const verbs = [
  'Simplify',
  'Test',
  'Speed up',
  'Document',
  'Fix a corner case of',
  'Harden',
  'Log less about',
  'Split out',
  'Clean up',
  'Rework',
  'Cover',
  'Tighten types of',
] as const;

export const codeowners = `# Made up, like everything in this repository.
*                         @hana-novak
/lumen/scheduler/         @mira-castellanos
/lumen/cache/             @zhao-yifan @mira-castellanos
/csrc/                    @tobias-lindqvist
/lumen/quant/             @kenji-moriyama
/lumen/server/            @priya-raman
/lumen/tokenizer/         @lin-xiaoyu
/lumen/distributed/       @oskar-brandt
/lumen/models/            @diego-fuentes
/lumen/sampling/          @noor-haddad
/docs/                    @amara-okafor
`;

export const commscoreConfig = `# How CommScore is set up for the demonstration.
mode: suggest
language: en
settle: 0s
labels:
  minPrecision: 0.65
  deny: ['security*', 'P0', 'good first issue']
assignees:
  minPrecision: 0.2
reviewers:
  minPrecision: 0.2
related:
  docs: ['README.md', 'docs/**']
`;
