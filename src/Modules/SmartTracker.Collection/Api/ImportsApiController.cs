using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Api;

[Api, Tags("Print jobs")]
[Route(ApiAttribute.Root + "print-jobs")]
public sealed class ImportsApiController(PrintJobImporter importer, ImportHistory history) : ControllerBase
{
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";

    [HttpPost("import"), RequirePermission(CollectionPermissions.Import), Repeatable]
    [RequestSizeLimit(PrintJobImporter.LargestBody)]
    [EndpointSummary("Import print jobs"), EndpointDescription(Description)]
    [ApiBody(Ndjson, Csv)]
    [ProducesResponseType<ImportAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Import(CancellationToken cancellationToken)
    {
        if (Format() is not { } format)
            return Problem($"Send the jobs as {Ndjson} or {Csv}, in UTF-8.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (Request.Headers.ContentEncoding.Count > 0 && Request.Headers.ContentEncoding != "gzip")
            return Problem("The body may be packed with gzip only.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (Request.ContentLength > PrintJobImporter.LargestBody)
            return Problem($"The body is larger than {PrintJobImporter.LargestBody / (1024 * 1024)} MB. Nothing was imported; send it in several parts, or packed with gzip.", statusCode: StatusCodes.Status413PayloadTooLarge);
        try
        {
            await using var unpacked = Request.Headers.ContentEncoding.Count > 0 ? new GZipStream(Request.Body, CompressionMode.Decompress, leaveOpen: true) : null;
            return Answer(await importer.ImportAsync(unpacked ?? Request.Body, format, User.Identity!.Name!, cancellationToken));
        }
        catch (ImportRefusedException refused)
        {
            return this.Invalid(refused.Field, refused.Message);
        }
    }

    [HttpGet("imports"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List imports, newest first")]
    public async Task<ActionResult<ApiPage<ImportResource>>> List([FromQuery] ApiListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = query.Cursor is null ? (ImportId?)null : Guid.TryParse(ApiCursor.Read(query.Cursor), out var id) ? new ImportId(id) : throw new ApiCursorException();
        var records = await history.ListAsync(after, query.Limit + 1, cancellationToken);
        var items = records.Take(query.Limit).Select(ImportResource.Of).ToList();
        return new ApiPage<ImportResource>(items, records.Count > query.Limit ? ApiCursor.Write(items[^1].Id.ToString()) : null);
    }

    [HttpGet("imports/{id:guid}"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Read how far an import has come")]
    public async Task<ActionResult<ImportResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await history.FindAsync(new ImportId(id), cancellationToken) is { } record ? ImportResource.Of(record) : NotFound();

    private ObjectResult Answer(ImportResult result)
    {
        var answer = ImportAnswer.Of(result);
        if (result.Record.Problem is not { } problem)
            return Ok(answer);
        // What came before is kept and said, should anybody still be listening.
        return (ObjectResult)Problem($"{problem} The rows before are kept.", statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?>
        {
            ["importId"] = answer.ImportId,
            ["accepted"] = answer.Accepted,
            ["duplicates"] = answer.Duplicates,
            ["rejectedCount"] = answer.RejectedCount,
            ["rejected"] = answer.Rejected,
        });
    }

    private ImportFormat? Format() => MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        ? type.MediaType.Value?.ToLowerInvariant() switch
        {
            Ndjson => ImportFormat.Ndjson,
            Csv => ImportFormat.Csv,
            _ => null,
        }
        : null;

    private const string Description = """
        Up to 1 GB of rows, streamed: NDJSON (one JSON object in each line) or CSV (RFC 4180, comma, with a header; ink in columns such as `ink_c_nl`), also packed with gzip.
        Fields: `printerSerial` (of a registered printer), `deviceJobId`, `jobKind` (print where left out), `status` (completed where left out), `userName`, `jobName`, `accountId`,
        `submittedAt`, `completedAt` (one of the two is needed), `pages`, `copies`, `mediaType`, `mediaWidthUm`, `pageAreaMm2`, `mediaAreaMm2`, `inkNl` (nanolitres by channel).
        Good rows are kept, wrong ones are listed with line and reason. A job is told from others by its printer's serial number and its device job id, or by all it says where it has none;
        so the same file again adds nothing, and a later row about the same job counts by its `completedAt`. Rows are stored in batches: what came before a broken connection stays,
        and `print-jobs/imports` says how far it came.
        """;
}
