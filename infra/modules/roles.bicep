metadata description = 'Ids of the built-in roles that are given here. They are the same in every tenant.'

@export()
@description('Built-in roles, by what they are for.')
var roles = {
  tableDataReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  blobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}
