// Publish: put the files of the folder 'drop' into the inbox.
// INBOX is its address, with a signature (SAS) that those who run the service give out.
#:package Azure.Storage.Blobs@12.30.1
using Azure.Storage.Blobs;

var inbox = new BlobContainerClient(new Uri(Environment.GetEnvironmentVariable("INBOX")!));

foreach (var file in Directory.GetFiles("drop").Select(Path.GetFileName).Where(file => file is not "publish.json"))
    await PutAsync(file!);
await PutAsync("publish.json"); // last: it completes the drop
Console.WriteLine("sent: published within five minutes, or put into inbox-failed with the reasons");

Task PutAsync(string file) => inbox.GetBlobClient($"urbanization-14fyp/my-change/{file}").UploadAsync(Path.Combine("drop", file), overwrite: true);
