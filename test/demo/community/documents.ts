/** Pages of the made-up library, as they stand at the start of its history. */
export const documents: Record<string, string> = {
  'README.md': `# Lumen

Lumen serves large language models quickly on the hardware you have. It batches requests continuously, keeps the key-value
cache in pages, reuses shared prefixes, and speaks the OpenAI protocol.

(Lumen, Lumen Labs and everybody who works on it are made up for a demonstration.)

## Install

    pip install lumen-serve

## Serve a model

    lumen serve qwen-7b-instruct --port 8000

Guides: [the OpenAI-compatible server](docs/guides/openai-server.md), [prefix caching](docs/guides/prefix-caching.md),
[quantisation](docs/guides/quantization.md), [several nodes](docs/guides/multi-node.md). Stuck? See
[troubleshooting](docs/troubleshooting.md).
`,
  'docs/index.md': `# Lumen documentation

- Start with the server guide and serve a small model.
- Read about prefix caching when prompts share a long beginning.
- Read about quantisation when the model does not fit.
- Read about several nodes when one machine is not enough.
`,
  'docs/guides/openai-server.md': `# The OpenAI-compatible server

\`lumen serve MODEL\` answers \`/v1/chat/completions\`, \`/v1/completions\` and \`/v1/embeddings\`.

## Streaming

Set \`stream: true\` to receive server-sent events. Each chunk carries a delta; the last one has a \`finish_reason\`. Token usage is
sent when \`stream_options.include_usage\` is set. When a client disconnects, the request is aborted and its blocks are freed.

## Tool calls

Pass \`tools\` as in the OpenAI protocol. Arguments are constrained by a JSON grammar, so they always parse.

## Authentication

\`--api-key\` asks every request for a bearer token. Put a proxy in front for anything more.
`,
  'docs/guides/prefix-caching.md': `# Prefix caching

Requests that begin alike share the key-value blocks of what they have in common: a long system prompt is computed once.

## How it works

The block manager hashes each full block together with the hash of the block before it. A new request walks this chain and takes
over every block it finds; reference counts keep a shared block alive until nobody needs it. Evicted blocks leave the chain.

## Limits

- Only full blocks are shared; the rest of a prompt is computed again.
- With preemption a sequence may be swapped to host memory. Its shared blocks are copied on write.
- \`--prefix-cache-blocks\` bounds the memory. When it is too small, hit rates fall and eviction runs all the time.

## When something is wrong

\`block table out of range\` means that a sequence refers to a block that was freed. Please report it with the length of the prompt,
the block size and whether chunked prefill was on. \`--no-prefix-cache\` is the way around it.
`,
  'docs/guides/quantization.md': `# Quantisation

| method | weights | cards | remarks |
| --- | --- | --- | --- |
| AWQ | INT4 | sm80 and later | best quality at four bits |
| GPTQ | INT4, INT8 | sm75 and later | act-order is supported |
| FP8 | FP8 | sm89 and later | key-value cache too |

\`lumen quantize MODEL --method awq --data calibration.jsonl\` needs some hundred samples of text like yours. Calibrate with text in
every language that will be served: scales found on English alone hurt Chinese and Japanese output.

A quantised checkpoint must come with the tokenizer that it was calibrated with; a different vocabulary gives garbled output.
`,
  'docs/guides/multi-node.md': `# Several nodes

\`--tensor-parallel N\` splits each layer over N cards of one node, \`--pipeline-parallel M\` splits the layers over M nodes.

## Choosing

Tensor parallelism talks after every layer and wants NVLink. Between nodes use pipeline parallelism. Nodes may have different numbers of
cards: give \`--stage-layers 48,32\` so that the larger one takes more layers. Tensor parallel size must be the same within a stage.

## Rendezvous

Every node runs \`lumen worker --join HOST:PORT\`. The first waits \`--rendezvous-timeout\` seconds (300) for the others. Behind a firewall open
the port and set \`NCCL_SOCKET_IFNAME\`.
`,
  'docs/troubleshooting.md': `# Troubleshooting

**CUDA out of memory at start.** Lower \`--gpu-memory-share\` or quantise the model.

**Requests hang under load.** Look at the queue depth gauge; long prompts without chunked prefill hold up everybody else.

**Garbled or mixed-up characters while streaming.** Update: since 0.8 text is sent only at complete characters (byte fallback).

**Different answers for the same seed.** Batches of different size round differently; set \`--deterministic\`.

**NCCL timeout between nodes.** Nodes do not reach each other; see the guide to several nodes.
`,
  'docs/contributing.md': `# Contributing

Small pull requests with a test are merged fastest. Say what you measured. Kernels need a benchmark before and after.
Look for \`good first issue\`. Everybody is welcome; be kind.
`,
};
