import type { DemoDelivery } from './demo-delivery.ts';

/** Two issues, one of them Chinese, a pull request and a question, as they might come in on one morning. */
export function communityDeliveries(repository: string): DemoDelivery[] {
  return [
    {
      what: 'issue',
      open: (simulator) =>
        simulator.openIssue(repository, { title: crash.title, body: crash.body, author: 'tessellate' }),
    },
    {
      what: 'issue (Chinese)',
      open: (simulator) =>
        simulator.openIssue(repository, { title: garbled.title, body: garbled.body, author: 'wang-haoran' }),
    },
    {
      what: 'pull request',
      open: async (simulator) => {
        const files = await changedFiles((path) => readText(simulator, repository, path));
        return simulator.openPull(repository, { ...pull, author: 'jonas-keller', files });
      },
    },
    {
      what: 'discussion',
      open: (simulator) =>
        simulator.openDiscussion(repository, { ...question, author: 'raj-at-work', category: 'Q&A' }),
    },
  ];
}

const crash = {
  title: 'block table out of range after a sequence is swapped back in with a shared prefix',
  body: `**What happens**

With prefix caching on, the engine dies some minutes after it has begun to swap:

\`\`\`
RuntimeError: block table out of range: block 4097 of sequence 902
  File "lumen/cache/block_manager.py", line 231, in append_slot
  File "lumen/cache/swap.py", line 88, in swap_in
  File "lumen/scheduler/preemption.py", line 57, in resume
\`\`\`

**How to see it**

1. \`lumen serve llama-3-8b-instruct --prefix-cache-blocks 4096 --swap-space 8\`
2. 80 parallel chats that share a system prompt of 3,000 tokens.
3. Wait until \`lumen_preemptions_total\` rises; the crash follows within a minute.

**What I found**

It looks as if the shared blocks of the prefix are freed while the sequence is in host memory: the reference count is given back in
\`swap_out\` and not taken again in \`swap_in\`. With \`--no-prefix-cache\` it ran all night.

Lumen 0.9.1, A100 80GB, CUDA 12.4, block size 16, chunked prefill on.
`,
};

const garbled = {
  title: 'AWQ INT4 模型流式输出中文乱码，非流式正常',
  body: `**问题描述**

升级到 0.9 之后，用 AWQ 量化的 14B 模型，开启 \`stream: true\` 时中文经常出现乱码（\`�\`）或者丢字，关闭流式输出就正常。FP16 模型流式输出也正常。

**复现步骤**

1. \`lumen quantize qwen-14b-instruct --method awq --data calibration_zh.jsonl\`
2. \`lumen serve ./qwen-14b-awq\`
3. 请求 \`/v1/chat/completions\`，\`stream: true\`，问题里带生僻字，例如“龘”“㵘”。

**分析**

看了 \`lumen/tokenizer/detokenize.py\`，增量解码应该会保留不完整的 UTF-8 字节。怀疑是量化后的模型更容易输出 byte fallback 的 token，而最后一个字符在流结束时没有被刷新。

环境：Lumen 0.9.1，L40S，CUDA 12.4，校准数据是中英混合的 512 条。
`,
};

const pull = {
  title: 'Stream the arguments of tool calls piece by piece',
  branch: 'jonas-keller/stream-tool-arguments',
  body: `Agents show nothing until all arguments of a tool call are there. This sends \`tool_calls[].function.arguments\` as deltas, the way
the official SDKs expect it, and keeps the usage chunk last.

- \`streaming.py\`: a delta per piece of arguments; the index of the call is sent with the first one only
- \`openai_api.py\`: the response model allows partial calls
- the guide says what to expect

Measured with a call of 2 kB of arguments: first byte after 180 ms in place of 6.1 s.
`,
};

const changes: Record<string, string> = {
  'lumen/server/streaming.py': `

def tool_call_delta(index, name, piece, first):
    """One piece of the arguments; name and index come with the first."""
    call = {"index": index, "function": {"arguments": piece}}
    if first:
        call["type"] = "function"
        call["function"]["name"] = name
    return {"delta": {"tool_calls": [call]}}
`,
  'lumen/server/openai_api.py': `

class PartialToolCall(Model):
    """A tool call whose arguments are still coming."""

    index: int
    name: str | None = None
    arguments: str = ""
`,
  'tests/server/test_openai_api.py': `

def test_tool_call_arguments_come_in_pieces(client):
    chunks = client.stream(tools=[weather], prompt="How is the weather in Oslo?")
    assert len([chunk for chunk in chunks if chunk.tool_calls]) > 1
`,
  'docs/guides/openai-server.md': `
With \`stream: true\` the arguments arrive in pieces; join them before parsing.
`,
};

/** The files as they are, with the change added. */
async function changedFiles(read: (path: string) => Promise<string>): Promise<Record<string, string>> {
  const texts = Object.entries(changes).map(async ([path, added]) => [path, `${await read(path)}${added}`] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function readText(
  simulator: Parameters<DemoDelivery['open']>[0],
  repository: string,
  path: string,
): Promise<string> {
  const { git, defaultBranch } = simulator.repository(repository);
  return (await git.run(['show', `${defaultBranch}:${path}`])).toString();
}

const question = {
  title: 'How to split a 72B over two nodes with eight and four cards?',
  body: `We have one node with eight A100 and one with four, 100 GbE between them. \`--pipeline-parallel 2\` gives both the same number of
layers, so the large node is half empty while the small one runs out of memory.

Can the stages have different sizes, and may the tensor parallel size differ between the nodes? And is there anything to set so that NCCL does
not time out when nothing is asked for over night?

Lumen 0.9.1, \`qwen-72b-instruct\`.
`,
};
