import type { Area } from './people.ts';

export interface PastPull {
  title: string;
  /** Key of an issue of the past. */
  fixes?: string;
  /** Where it was no member of the area. */
  by?: string;
}

/** Merged pull requests by area. */
export const pastPulls: Record<Area, PastPull[]> = {
  scheduler: [
    { title: 'Choose preemption victims by the work that is lost', fixes: 'preempt-starve' },
    { title: 'Let short prompts in between prefill chunks', fixes: 'chunked-prefill-latency' },
    { title: 'Drop requests whose deadline has passed', fixes: 'deadline' },
    { title: 'Reserve memory when the batch limit is raised', fixes: 'batch-oom' },
    { title: 'Batch decode steps of equal length together' },
    { title: 'Move the waiting queue to a heap' },
    { title: 'Count preemptions per sequence' },
  ],
  kernels: [
    { title: 'Handle head sizes that are no multiple of 32 in paged attention', fixes: 'paged-sm75' },
    { title: 'Choose split-k by context length in flash decode', fixes: 'flash-decode-slow' },
    { title: 'Skip experts without tokens in grouped GEMM', fixes: 'gemm-hang' },
    { title: 'Use cp.async for key tiles on sm80' },
    { title: 'Check launch bounds at build time' },
    { title: 'Vectorise the loads of the rotary kernel' },
    { title: 'Remove the v1 attention kernel' },
  ],
  quant: [
    { title: 'Read AWQ scales with the stride of their group size', fixes: 'awq-groups' },
    { title: 'Warn when calibration data is written in one script only', fixes: 'awq-garbled-zh' },
    { title: 'Scale the FP8 cache per block', fixes: 'fp8-kv' },
    { title: 'Keep g_idx whole under tensor parallelism', fixes: 'gptq-actorder' },
    { title: 'Fuse INT4 dequantisation into the GEMM prologue' },
    { title: 'Write the method into config.json of quantised checkpoints' },
  ],
  cache: [
    { title: 'Pin matched prefix blocks until the sequence is admitted', fixes: 'block-table' },
    { title: 'Fall back to recompute when swap space is full', fixes: 'swap-deadlock' },
    { title: 'Count the parent of a fork once', fixes: 'cow-leak' },
    { title: 'Hash blocks with the block before them' },
    { title: 'Evict the leaves of the prefix tree first' },
    { title: 'Swap whole groups of blocks in one copy' },
    { title: 'Make the block manager independent of the device' },
  ],
  server: [
    { title: 'Send usage in a chunk of its own after the last delta', fixes: 'usage-chunk' },
    { title: 'Abort requests when the client has gone during prefill', fixes: 'disconnect' },
    { title: 'Refuse token limits below one with 400', fixes: 'validation-500' },
    { title: 'Finish running requests on SIGTERM', fixes: 'shutdown' },
    { title: 'Send X-Accel-Buffering with event streams', fixes: 'sse-proxy' },
    { title: 'Parse tool definitions once per request' },
    { title: 'Return logprobs in the OpenAI form' },
    { title: 'Answer HEAD on the health route' },
  ],
  tokenizer: [
    { title: 'Hold back incomplete UTF-8 while streaming', fixes: 'cjk-stream' },
    { title: 'Prefer the chat template of the checkpoint', fixes: 'chat-template' },
    { title: 'Decode added tokens without spaces', fixes: 'added-vocab' },
    { title: 'Compare the vocabulary with the weights on load', fixes: 'tokenizer-mismatch' },
    { title: 'Cache rendered chat templates' },
    { title: 'Support tokenizers with byte-level BPE and a normaliser' },
  ],
  distributed: [
    { title: 'Pad attention heads to the tensor parallel size', fixes: 'tp-uneven' },
    { title: 'Keep idle NCCL connections alive', fixes: 'nccl-timeout' },
    { title: 'Interleave micro-batches of decode steps', fixes: 'pipeline-bubble' },
    { title: 'Accept IPv6 addresses in --join', fixes: 'rendezvous-ipv6' },
    { title: 'Let stages hold different numbers of layers', fixes: 'multi-node-zh' },
    { title: 'Overlap all-reduce with the MLP' },
  ],
  docs: [
    { title: 'Guide to several nodes' },
    { title: 'Explain how the prefix cache is keyed', fixes: 'prefix-hit-rate' },
    { title: 'Troubleshooting: garbled characters while streaming' },
    { title: 'Show how to choose a quantisation method' },
    { title: 'Example of a reverse proxy configuration' },
  ],
  models: [
    { title: 'Apply YaRN frequencies for Qwen 2', fixes: 'rope-yarn' },
    { title: 'Name the missing shard when loading fails', fixes: 'safetensors-index' },
    { title: 'Share tied embeddings', fixes: 'tied-embeddings' },
    { title: 'Keep the Mixtral router on the device', fixes: 'moe-router' },
    { title: 'Load shards with several threads' },
    { title: 'Add the sliding window of Mistral' },
  ],
  packaging: [
    { title: 'Build wheels in a manylinux image', fixes: 'wheel-glibc' },
    { title: 'Ship the runtime image only', fixes: 'docker-size' },
    { title: 'Test on Python 3.12' },
    { title: 'Cache compiled kernels in CI' },
    { title: 'Publish wheels from tags' },
    { title: 'Bump pybind11 from 2.11.1 to 2.12.0', by: 'dependency-keeper[bot]' },
    { title: 'Bump actions/checkout from 3 to 4', by: 'dependency-keeper[bot]' },
    { title: 'Bump torch from 2.3.1 to 2.4.0', by: 'dependency-keeper[bot]' },
  ],
  metrics: [
    { title: 'Latency buckets up to two minutes', fixes: 'histogram-buckets' },
    { title: 'Drop the request id from token counters', fixes: 'label-cardinality' },
    { title: 'Trace prefill and decode as spans' },
  ],
  sampling: [
    { title: 'Require an element after a comma in the JSON grammar', fixes: 'json-grammar' },
    { title: 'Reject draft tokens by both distributions', fixes: 'spec-decode-temp' },
    { title: 'Add --deterministic', fixes: 'seed' },
    { title: 'Compile grammars once per schema' },
    { title: 'Apply the presence penalty on the device' },
  ],
  clients: [
    { title: 'Retry streams before the first event only', fixes: 'py-retry' },
    { title: 'Close the socket on abort', fixes: 'js-abort' },
    { title: 'Type the tool calls of the JavaScript client' },
    { title: 'Async iterator for the Python client' },
  ],
  vision: [
    { title: 'Keep the order of images through tiling', fixes: 'image-order' },
    { title: 'Resize on the device' },
    { title: 'Batch images of different aspect ratios' },
  ],
};

/** Opening and closing sentences of their descriptions. */
export const pullOpenings = [
  'We ran into this in production and the cause turned out to be small.',
  'Follow-up to what was discussed in the last sync.',
  'This came out of the profile I took last week.',
  'Small change, larger test.',
  'Split out of a bigger branch to make review easier.',
] as const;

export const pullClosings = [
  'Tested on one A100 and on two H100; the benchmark is unchanged within noise.',
  'The new test fails without the change.',
  'No change of behaviour for anybody who does not use the option.',
  'Numbers before and after are in the commit message.',
  'Docs are updated where they told the old story.',
] as const;
