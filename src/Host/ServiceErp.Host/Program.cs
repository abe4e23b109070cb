using ServiceErp.Host;
using ServiceErp.Platform.Composition;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceErp();
builder.AddHost();
var app = builder.Build();
app.UseHost();
await app.RunAsync();
