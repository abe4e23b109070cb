using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Importing;

/// <summary>What may be unpacked and worked through for one workbook, over all its parts. What the archive says of its own sizes may be a lie, so everything is counted while it is read.</summary>
internal sealed class XlsxAllowance(CancellationToken cancel)
{
    private const long MostBytes = 250L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private readonly Stopwatch reading = new();
    private long bytes;

    /// <summary>Counts the time from here until the answer is disposed of; what happens to a row in between does not count.</summary>
    public Turn Begin()
    {
        reading.Start();
        return new Turn(this);
    }

    public void Take(int more)
    {
        if ((bytes += more) > MostBytes)
        {
            throw XlsxSheet.TooLarge();
        }

        Check();
    }

    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (reading.Elapsed > MostTime)
        {
            throw new BadSheetException(Error.Invalid("Platform.Import.TooSlow", "The file takes too long to read. Save its values alone into a new file, or split it."));
        }
    }

    public readonly struct Turn(XlsxAllowance allowance) : IDisposable
    {
        public void Dispose() => allowance.reading.Stop();
    }
}

/// <summary>
/// One part of a workbook, node by node. Nothing in it can cost more than it weighs: depth, the length of any one node and of any one text are bounded, nothing outside is fetched and no document type
/// definition is read.
/// </summary>
internal sealed class XlsxXml : IDisposable
{
    /// <summary>A cell stands at the third level and may hold sixteen more.</summary>
    private const int MostDepth = 19;

    private readonly Metered stream;
    private readonly XmlReader reader;
    private readonly XlsxAllowance allowance;
    private readonly char[] buffer = new char[4096];
    private int nodes;

    public XlsxXml(ZipArchiveEntry part, long mostBytes, XlsxAllowance allowance)
    {
        this.allowance = allowance;
        stream = new Metered(part.Open(), mostBytes, allowance);
        reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
    }

    /// <summary>The element's name without prefix; the empty string where no element begins.</summary>
    public string Name => reader.NodeType == XmlNodeType.Element ? reader.LocalName : "";

    /// <summary>Whether the element of this name ends here, or was empty.</summary>
    public bool Ends(string name) => (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement) && reader.LocalName == name;

    public int Depth => reader.Depth;

    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>One node on; false at the end.</summary>
    public bool Next()
    {
        stream.NewNode();
        if ((++nodes & 1023) == 0)
        {
            allowance.Check();
        }

        return reader.Read() && (reader.Depth <= MostDepth ? true : throw XlsxSheet.Unreadable());
    }

    /// <summary>On to the next node inside the element that began at a depth; false once it ends.</summary>
    public bool NextInside(int depth) => Next() ? reader.Depth > depth : throw XlsxSheet.Unreadable();

    /// <summary>An attribute by its name without prefix, as far as there is one; with <paramref name="prefixed"/> one that has a prefix.</summary>
    public string? Attribute(string name, bool prefixed = false)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (reader.LocalName == name && reader.Prefix.Length > 0 == prefixed)
                {
                    value = reader.Value;
                }
            }
            while (value is null && reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return value;
    }

    /// <summary>Adds the text directly inside the element that begins here, to the length of a cell.</summary>
    public void Text(StringBuilder into)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (NextInside(depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && reader.Depth == depth + 1)
            {
                int read;
                while ((read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
                {
                    stream.NewNode();
                    if (into.Append(buffer, 0, read).Length > Sheet.LongestCell)
                    {
                        throw XlsxSheet.Unreadable(); // no table program writes such a cell
                    }
                }
            }
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private sealed class Metered(Stream inner, long most, XlsxAllowance allowance) : Stream
    {
        /// <summary>What one node may weigh, the reader's own look ahead included; texts come in pieces.</summary>
        private const int HeaviestNode = 1024 * 1024;

        private long size;
        private long node;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => size; set => throw new NotSupportedException(); }

        public void NewNode() => node = size;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            allowance.Take(read);
            return (size += read) <= most && size - node <= HeaviestNode ? read : throw XlsxSheet.TooLarge();
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
