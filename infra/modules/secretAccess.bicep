metadata description = 'Lets one principal read one secret of a Key Vault that is there already.'

import { roles } from 'roles.bicep'

@description('Name of the vault; it must use Azure role-based access control.')
param vaultName string

@description('Name of the secret.')
param secretName string

@description('Object id of the identity.')
param principalId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource secret 'secrets' existing = {
    name: secretName
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::secret.id, principalId, roles.keyVaultSecretsUser)
  scope: vault::secret
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}
